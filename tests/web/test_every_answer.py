"""Answers that no page gives: strange names, missing files, heads without bodies, faults."""

from kit.browser_like import BASE, Browser
from kit.signals import logged, row_of
from kit.town import Town
from sqlalchemy import text

from signalering.domain.states import SignalState
from signalering.web.headers import HEADERS


def test_under_another_name_there_is_nothing(browser: Browser) -> None:
    for path in ("/log-in", "/signals/mine?x=1", "/nowhere"):
        answer = browser.client.get(path, base_url="https://evil.test")
        assert answer.status_code == 400
        assert set(HEADERS) <= set(answer.headers.keys())
        assert "evil" not in answer.get_data(as_text=True)


def test_only_a_file_that_is_there_may_be_kept(browser: Browser) -> None:
    there = browser.url("static", filename="site.css")
    assert "public" in browser.client.get(there, base_url=BASE).headers["Cache-Control"]
    for path in (there.replace("site", "nothing"), "/static/site.css", "/static/css/base.css"):
        missing = browser.client.get(path, base_url=BASE)
        assert missing.status_code == 404
        assert missing.headers["Cache-Control"] == "no-store"


def test_a_head_is_answered_as_the_page_would_be(browser: Browser, file_town: Town) -> None:
    signal_id = logged(file_town)
    assert browser.client.head("/log-in", base_url=BASE).status_code == 200
    browser.log_in("worker")
    for path in (browser.url("signals.log"), browser.url("signals.withdraw", signal_id=signal_id)):
        assert browser.client.head(path, base_url=BASE).status_code == 200
    assert row_of(file_town, signal_id).state == SignalState.NEW


def test_the_way_back_after_a_log_in_stays_short(browser: Browser) -> None:
    answer = browser.client.get("/signals/mine?x=" + "%22" * 1000, base_url=BASE)
    assert answer.status_code == 302
    assert answer.location == "/log-in"


def test_a_denial_that_cannot_be_recorded_stays_a_denial(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    with file_town.house.data.begin() as connection:
        connection.execute(text("DROP TABLE audit_entry"))
    browser.get("audit.trail", status=403)
