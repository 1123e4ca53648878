"""The second step of a log-in: what it opens, what it refuses, how long it is remembered."""

import re
from dataclasses import replace
from datetime import timedelta

from flask import Flask
from kit.browser_like import BASE, Browser, app_of, close
from kit.signals import logged
from kit.town import PASSPHRASE, PHONE, Town
from kit.trail import entries
from sqlalchemy import select
from werkzeug.test import TestResponse

from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.models.accounts.throttle import Throttle
from signalering.models.keys.user import Credential
from signalering.vault.codes import code_at

PAGES = ("/start", "/signals/inbox", "/cases", "/statistics", "/second-step")


def first_step(browser: Browser, key: str = "coordinator", **more: str) -> TestResponse:
    email = browser.town.people[key].email
    form = {"email": email, "passphrase": PASSPHRASE, **more}
    return browser.post("accounts.log_in", form, status=200)


def code(town: Town, seconds: int = 0) -> str:
    return code_at(PHONE, town.clock.now() + timedelta(seconds=seconds))


def wrong(town: Town) -> str:
    right = {code(town, away) for away in (-30, 0, 30)}
    return next(text for text in ("000000", "111111", "222222", "333333") if text not in right)


def session_of(browser: Browser) -> str:
    cookie = browser.client.get_cookie("__Host-session", domain="signalering.test")
    assert cookie is not None
    return str(cookie.value)


def later(town: Town, **time: float) -> None:
    town.clock.move_to(town.clock.now() + timedelta(**time))


def test_passphrase_and_code_open_the_pages(browser: Browser, file_town: Town) -> None:
    page = first_step(browser, next="/cases").get_data(as_text=True)
    assert "Tweede stap" in page
    assert 'value="/cases"' in page
    answer = browser.post("accounts.second_factor", {"code": code(file_town), "next": "/cases"})
    assert answer.location == "/cases"
    browser.get("cases.list")


def test_between_the_steps_no_page_opens(browser: Browser) -> None:
    first_step(browser)
    for path in PAGES:
        answer = browser.client.get(path, base_url=BASE)
        assert answer.status_code == 302, path
        assert answer.location.startswith("/log-in"), path
    browser.post("accounts.log_out", status=403)


def test_the_open_session_has_another_cookie(browser: Browser, file_town: Town, app: Flask) -> None:
    first_step(browser)
    before = session_of(browser)
    browser.post("accounts.second_factor", {"code": code(file_town)})
    assert session_of(browser) != before
    thief = Browser(app, file_town)
    thief.client.set_cookie("__Host-session", before, domain="signalering.test", secure=True)
    assert thief.client.get("/start", base_url=BASE).location.startswith("/log-in")
    with file_town.work(writes=False) as work:
        assert len(list(work.data.scalars(select(LogInSession)))) == 1


def test_a_code_serves_once(browser: Browser, file_town: Town, app: Flask) -> None:
    used = code(file_town)
    first_step(browser)
    browser.post("accounts.second_factor", {"code": used})
    other = Browser(app, file_town)
    first_step(other)
    page = other.post("accounts.second_factor", {"code": used}, status=422)
    assert "al gebruikt" in page.get_data(as_text=True)
    other.post("accounts.second_factor", {"code": code(file_town, 30)})


def test_the_code_of_another_phone_is_refused_and_stands_in_the_trail(
    browser: Browser, file_town: Town
) -> None:
    first_step(browser)
    other = code_at(b"x" * 20, file_town.clock.now())
    assert other != code(file_town)
    browser.post("accounts.second_factor", {"code": other}, status=422)
    (entry,) = entries(file_town, "log_in_refused")
    assert entry["details"] == {"cause": "second_factor"}
    assert entry["object"] == str(file_town.people["coordinator"].account_id)


def test_after_five_wrong_codes_the_log_in_begins_again(browser: Browser, file_town: Town) -> None:
    first_step(browser)
    for number in range(5):
        later(file_town, seconds=2**number)
        browser.post("accounts.second_factor", {"code": wrong(file_town)}, status=422)
    later(file_town, seconds=40)
    answer = browser.post("accounts.second_factor", {"code": code(file_town)})
    assert answer.location == "/log-in"
    assert "Log opnieuw in" in browser.get("accounts.log_in")
    browser.get("accounts.second_factor", status=302)


def test_guessing_on_in_new_sessions_has_to_wait(
    browser: Browser, file_town: Town, app: Flask
) -> None:
    for _ in range(2):
        guesser = Browser(app, file_town)
        first_step(guesser)
        for _ in range(3):
            answer = guesser.client.post(
                guesser.url("accounts.second_factor"),
                data={"csrf_token": guesser.token(), "code": wrong(file_town)},
                base_url=BASE,
                headers={"Referer": f"{BASE}/"},
            )
    first_step(browser)
    answer = browser.post("accounts.second_factor", {"code": code(file_town)}, status=429)
    assert int(answer.headers["Retry-After"]) >= 1


def test_the_waiting_session_lasts_ten_minutes(browser: Browser, file_town: Town) -> None:
    first_step(browser)
    later(file_town, minutes=10)
    answer = browser.post("accounts.second_factor", {"code": code(file_town)})
    assert answer.location == "/log-in"


def test_a_browser_is_asked_once_a_day(browser: Browser, file_town: Town) -> None:
    first_step(browser)
    browser.post("accounts.second_factor", {"code": code(file_town)})
    browser.post("accounts.log_out")
    form = {"email": "coordinator@proefdorp.test", "passphrase": PASSPHRASE}
    later(file_town, hours=23)
    assert browser.post("accounts.log_in", form).location == "/start"
    browser.post("accounts.log_out")
    later(file_town, hours=1, seconds=1)
    assert "Tweede stap" in first_step(browser).get_data(as_text=True)


def test_a_clock_that_was_ahead_makes_neither_longer(browser: Browser, file_town: Town) -> None:
    now = file_town.clock.now()
    later(file_town, days=3)
    first_step(browser)
    browser.post("accounts.second_factor", {"code": code(file_town)})
    browser.post("accounts.log_out")
    other = Browser(browser.client.application, file_town)
    first_step(other)
    file_town.clock.move_to(now)
    assert "Tweede stap" in first_step(browser).get_data(as_text=True)
    answer = other.post("accounts.second_factor", {"code": code(file_town)})
    assert answer.location == "/log-in"


def test_it_is_remembered_for_this_account_and_its_epoch_alone(
    browser: Browser, file_town: Town
) -> None:
    first_step(browser)
    browser.post("accounts.second_factor", {"code": code(file_town)})
    browser.post("accounts.log_out")
    assert "Tweede stap" in first_step(browser, "administrator").get_data(as_text=True)
    with file_town.committed() as work:
        mine = file_town.people["coordinator"].account_id
        work.data.get_one(Account, mine).session_epoch += 1
    assert "Tweede stap" in first_step(browser).get_data(as_text=True)


def test_a_cookie_of_one_s_own_making_is_no_memory(browser: Browser, file_town: Town) -> None:
    browser.remember("coordinator")
    found = browser.client.get_cookie("__Host-browser", domain="signalering.test")
    assert found is not None
    # Not the last one: some of its bits say nothing.
    forged = f"{found.value[:-5]}{'A' if found.value[-5] != 'A' else 'B'}{found.value[-4:]}"
    browser.client.set_cookie("__Host-browser", forged, domain="signalering.test", secure=True)
    assert "Tweede stap" in first_step(browser).get_data(as_text=True)


def test_who_needs_none_is_not_asked(browser: Browser) -> None:
    for key in ("worker", "manager"):
        form = {"email": f"{key}@proefdorp.test", "passphrase": PASSPHRASE}
        assert Browser(browser.app, browser.town).post("accounts.log_in", form).location == "/start"


def test_nothing_stored_tells_when_somebody_gave_a_code(browser: Browser, file_town: Town) -> None:
    later(file_town, minutes=7, seconds=11)
    first_step(browser)
    browser.post("accounts.second_factor", {"code": code(file_town)})
    with file_town.work(writes=False) as work:
        rows = list(work.data.scalars(select(Throttle)))
        assert rows
        for row in rows:
            assert row.wait_until.year == 2000
            assert row.forget_after.second == 0


def without_codes(town: Town, key: str) -> None:
    with town.committed() as work:
        work.keys.get_one(Credential, town.people[key].account_id).totp_sealed = None


def test_who_has_no_second_factor_sets_it_up_before_anything_else(
    browser: Browser, file_town: Town
) -> None:
    without_codes(file_town, "coordinator")
    logged(file_town)
    form = {"email": "coordinator@proefdorp.test", "passphrase": PASSPHRASE}
    browser.post("accounts.log_in", form)
    for path in ("/start", "/signals/inbox", "/cases"):
        answer = browser.client.get(path, base_url=BASE)
        assert (answer.status_code, answer.location) == (303, "/second-step"), path
    answer = browser.client.post(
        "/hat",
        data={"csrf_token": browser.token(), "hat": "coordinator"},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert answer.location == "/second-step"
    page = browser.get("accounts.totp")
    assert "<svg" in page
    assert "1 nieuw signaal" not in page
    before = session_of(browser)
    browser.post("accounts.totp", set_up(file_town, page))
    assert session_of(browser) != before
    assert "1 nieuw signaal" in browser.get("signals.inbox")
    (entry,) = entries(file_town, "second_factor_set")
    assert entry["details"] == {"way": "totp"}
    browser.post("accounts.log_out")
    assert browser.post("accounts.log_in", form).location == "/start", "remembered today"


def set_up(town: Town, page: str, **other: str) -> dict[str, str]:
    found = re.search(r'name="secret"[^>]*value="([A-Z2-7 ]+)"', page)
    assert found is not None
    import base64

    secret = base64.b32decode(found[1].replace(" ", ""))
    now = code_at(secret, town.clock.now())
    return {"secret": found[1], "code": now, "passphrase": PASSPHRASE, **other}


def test_setting_up_takes_the_right_code_and_the_right_passphrase(
    browser: Browser, file_town: Town
) -> None:
    without_codes(file_town, "coordinator")
    browser.post(
        "accounts.log_in", {"email": "coordinator@proefdorp.test", "passphrase": PASSPHRASE}
    )
    page = browser.get("accounts.totp")
    for other in ({"code": "000001"}, {"passphrase": "aap noot mies"}, {"secret": "AAAA"}):
        browser.post("accounts.totp", set_up(file_town, page, **other), status=422)
    with file_town.work(writes=False) as work:
        mine = file_town.people["coordinator"].account_id
        assert work.keys.get_one(Credential, mine).totp_sealed is None
    browser.get("signals.inbox", status=303)


def test_another_phone_takes_the_place_of_the_old_one_and_others_are_logged_out(
    browser: Browser, file_town: Town, app: Flask
) -> None:
    elsewhere = Browser(app, file_town).log_in("coordinator")
    browser.log_in("coordinator")
    browser.post("accounts.totp", set_up(file_town, browser.get("accounts.totp")))
    browser.get("signals.inbox")
    elsewhere.get("signals.inbox", status=302)
    other = Browser(app, file_town)
    first_step(other)
    other.post("accounts.second_factor", {"code": code(file_town)}, status=422)


def test_the_demonstration_asks_for_none_and_says_so(file_town: Town) -> None:
    without_codes(file_town, "coordinator")
    settings = replace(file_town.house.settings, demonstration=True)
    shown = replace(file_town, house=replace(file_town.house, settings=settings))
    app = app_of(shown)
    browser = Browser(app, shown)
    assert "geen tweede stap" in browser.get("accounts.log_in")
    form = {"email": "coordinator@proefdorp.test", "passphrase": PASSPHRASE}
    browser.post("accounts.log_in", form)
    browser.get("signals.inbox")
    close(app)
