"""Locked and opened again through the pages; what was typed survives."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser, app_of, close
from kit.town import PASSPHRASE, Town
from sqlalchemy import update

from signalering.models.accounts.account import Account
from signalering.services.accounts import log_in, pin

PIN = "402815"
WORDS = "Iemand zit al weken alleen thuis"


@pytest.fixture
def worker(browser: Browser) -> Browser:
    """A worker at work."""
    return browser.log_in("worker")


def later(town: Town, **time: float) -> None:
    town.clock.move_to(town.clock.now() + timedelta(**time))


def with_pin(browser: Browser) -> Browser:
    browser.post("accounts.pin", {"pin": PIN, "pin_again": PIN})
    return browser


def posted(browser: Browser, token: str, **data: object) -> str:
    """Send the form of a signal with a token of before; gives the page that answers."""
    answer = browser.client.post(
        "/signals/log",
        data={"csrf_token": token, **data},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    assert answer.status_code == 403
    return answer.get_data(as_text=True)


def held_in(page: str) -> str:
    found = re.search(r'name="held"[^>]*value="([^"]+)"', page)
    assert found is not None
    return html.unescape(found[1])


def cookie_of(browser: Browser) -> str:
    cookie = browser.client.get_cookie("__Host-session", domain="signalering.test")
    assert cookie is not None
    return cookie.value


def with_cookie(app: Flask, town: Town, value: str) -> Browser:
    other = Browser(app, town)
    other.client.set_cookie("__Host-session", value, domain="signalering.test", secure=True)
    return other


def pressed(worker: Browser, app: Flask, town: Town) -> tuple[str, Browser]:
    """Words that came too late, held on the lock page; and its second press, by the same cookie."""
    with_pin(worker)
    token = worker.token()
    later(town, minutes=20)
    kept = held_in(posted(worker, token, note=WORDS))
    return kept, with_cookie(app, town, cookie_of(worker))


def test_after_a_quarter_the_page_is_locked_and_the_pin_opens_it(
    worker: Browser, file_town: Town
) -> None:
    with_pin(worker)
    later(file_town, minutes=16)
    answer = worker.client.get("/signals/mine?page=1", base_url=BASE)
    assert answer.location == "/unlock?next=/signals/mine?page%3D1"
    page = worker.open(answer.location)
    assert "Wil Melder" in page
    assert "Uitloggen" in page
    back = worker.post("accounts.unlock", {"pin": PIN, "next": "/signals/mine"})
    assert back.location == "/signals/mine"
    worker.get("signals.mine")


def test_the_passphrase_opens_it_too(worker: Browser, file_town: Town) -> None:
    later(file_town, minutes=16)
    assert "Pincode" not in worker.get("accounts.unlock")
    wrong = worker.post("accounts.unlock", {"passphrase": "aap noot mies"}, status=422)
    assert "niet je wachtzin" in wrong.get_data(as_text=True)
    assert "leeg" not in wrong.get_data(as_text=True)
    worker.post("accounts.unlock", {}, status=422)
    assert worker.post("accounts.unlock", {"passphrase": PASSPHRASE}).location == "/start"
    worker.get("signals.mine")


def test_what_was_typed_comes_back_after_unlocking(worker: Browser, file_town: Town) -> None:
    with_pin(worker)
    token = worker.token()
    later(file_town, minutes=20)
    page = posted(worker, token, note=WORDS, indicators=["few_contacts", "grief"])
    assert "Op slot" in page
    assert WORDS not in page
    # A wrong one in between loses nothing either.
    again = worker.post("accounts.unlock", {"pin": "111222", "held": held_in(page)}, status=422)
    back = worker.post(
        "accounts.unlock", {"pin": PIN, "held": held_in(again.get_data(as_text=True))}, status=200
    ).get_data(as_text=True)
    assert WORDS in back
    assert back.count('name="indicators"') == 2
    assert 'action="/signals/log"' in back


def test_three_wrong_ones_end_it_and_what_was_typed_goes_along(
    worker: Browser, file_town: Town
) -> None:
    with_pin(worker)
    token = worker.token()
    later(file_town, minutes=20)
    data = {"pin": "111222", "held": held_in(posted(worker, token, note=WORDS))}
    first = worker.post("accounts.unlock", data, status=422).get_data(as_text=True)
    assert "nog 2 keer" in first
    worker.post("accounts.unlock", data, status=422)
    third = worker.post("accounts.unlock", data, status=403)
    assert third.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert worker.client.get_cookie("__Host-session", domain="signalering.test") is None
    page = third.get_data(as_text=True)
    assert "Deze sessie is beëindigd" in page
    back = worker.post(
        "accounts.log_in",
        {
            "email": "worker@proefdorp.test",
            "passphrase": PASSPHRASE,
            "held": held_in(page),
        },
        status=200,
    )
    assert WORDS in back.get_data(as_text=True)


def test_a_stale_token_on_the_lock_page_loses_nothing(worker: Browser, file_town: Town) -> None:
    with_pin(worker)
    token = worker.token()
    later(file_town, minutes=20)
    kept = held_in(posted(worker, token, note=WORDS))
    answer = worker.client.post(
        "/unlock",
        data={"csrf_token": "stale", "pin": PIN, "held": kept},
        base_url=BASE,
        headers={"Referer": f"{BASE}/"},
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 403
    assert PIN not in page
    assert held_in(page) == kept


def test_a_locked_session_reads_and_writes_nothing(worker: Browser, file_town: Town) -> None:
    token = worker.token()
    later(file_town, minutes=16)
    for endpoint in ("signals.mine", "signals.log", "accounts.sessions", "accounts.pin"):
        worker.get(endpoint, status=302)
    assert "Op slot" in posted(worker, token, note=WORDS)
    worker.post("accounts.log_out")
    assert worker.client.get("/start", base_url=BASE).location.startswith("/log-in")


def test_after_eight_hours_only_a_log_in_helps(worker: Browser, file_town: Town) -> None:
    with_pin(worker)
    later(file_town, hours=8)
    assert worker.client.get("/start", base_url=BASE).location.startswith("/log-in")
    assert worker.post("accounts.unlock", {"pin": PIN}).location.startswith("/log-in")


def test_the_way_on_is_ours_alone(worker: Browser, file_town: Town) -> None:
    with_pin(worker)
    for target in ("//evil.test/", "https://evil.test/", "/\\evil.test"):
        later(file_town, minutes=16)
        assert worker.post("accounts.unlock", {"pin": PIN, "next": target}).location == "/start"


def test_still_there_keeps_it_open(worker: Browser, file_town: Town) -> None:
    for _ in range(3):
        later(file_town, minutes=14)
        answer = worker.post("accounts.extend", status=204)
        assert answer.headers["Locks-In"] == "900"
        assert answer.get_data() == b""
    later(file_town, hours=7, minutes=10)
    worker.get("signals.mine", status=302)


def test_still_there_is_no_way_out_of_a_lock(worker: Browser, file_town: Town) -> None:
    later(file_town, minutes=16)
    worker.post("accounts.extend", status=403)
    worker.get("signals.mine", status=302)


def test_the_page_tells_when_it_locks(worker: Browser) -> None:
    page = worker.get("signals.mine")
    assert "Deze pagina gaat op slot om" in page
    assert "10:45" in page
    assert "Ik ben er nog" in page


def test_an_obvious_pin_is_refused_and_never_shown(worker: Browser) -> None:
    page = worker.post("accounts.pin", {"pin": "123456", "pin_again": "123456"}, status=422)
    assert "makkelijk te raden" in page.get_data(as_text=True)
    page = worker.post("accounts.pin", {"pin": PIN, "pin_again": "402816"}, status=422)
    assert "niet gelijk" in page.get_data(as_text=True)
    assert PIN not in page.get_data(as_text=True)
    assert "Pincode kiezen" in worker.get("accounts.own")
    with_pin(worker)
    assert "Pincode kiezen" not in worker.get("accounts.own")


def test_a_cookie_set_before_the_log_in_is_never_adopted(app: Flask, file_town: Town) -> None:
    planted = "A" * 43 + "="
    browser = with_cookie(app, file_town, planted).log_in("worker")
    assert cookie_of(browser) != planted
    thief = with_cookie(app, file_town, planted)
    assert thief.client.get("/start", base_url=BASE).location.startswith("/log-in")


def test_a_thief_of_a_locked_cookie_is_asked_for_the_pin(
    worker: Browser, app: Flask, file_town: Town
) -> None:
    with_pin(worker)
    later(file_town, minutes=16)
    thief = with_cookie(app, file_town, cookie_of(worker))
    thief.get("signals.mine", status=302)
    for _ in range(2):
        thief.post("accounts.unlock", {"pin": "111222"}, status=422)
    thief.post("accounts.unlock", {"pin": "111222"}, status=403)
    worker.post("accounts.unlock", {"pin": PIN})
    assert worker.client.get("/start", base_url=BASE).location.startswith("/log-in")


def test_a_cookie_copied_before_the_lock_opens_nothing_after_it(
    worker: Browser, app: Flask, file_town: Town
) -> None:
    with_pin(worker)
    for known in ({"pin": PIN}, {"passphrase": PASSPHRASE}, {"pin": PIN}):
        copied = cookie_of(worker)
        thief = with_cookie(app, file_town, copied)
        thief.get("signals.mine")
        later(file_town, minutes=16)
        worker.post("accounts.unlock", known)
        worker.get("signals.mine")
        assert cookie_of(worker) != copied
        for page in ("/signals/mine", "/unlock"):
            assert thief.client.get(page, base_url=BASE).location.startswith("/log-in")
    later(file_town, hours=7, minutes=13)
    assert worker.client.get("/start", base_url=BASE).location.startswith("/log-in"), "as before"


def test_what_was_typed_is_there_for_who_presses_twice(
    worker: Browser, app: Flask, file_town: Town
) -> None:
    """The first answer is on its way when the second press goes out with the cookie of before."""
    kept, twice = pressed(worker, app, file_town)
    worker.post("accounts.unlock", {"pin": PIN, "held": kept}, status=200)
    answer = twice.post("accounts.unlock", {"pin": PIN, "held": kept}, status=403)
    assert held_in(answer.get_data(as_text=True)) == kept
    taken_back = [one for one in answer.headers.getlist("Set-Cookie") if "__Host-session" in one]
    assert not taken_back, "the fresh one stays"


@pytest.mark.parametrize("typed", [{"pin": PIN}, {"passphrase": PASSPHRASE}], ids=["pin", "words"])
def test_the_fresh_cookie_stays_for_who_presses_twice_at_once(
    worker: Browser,
    app: Flask,
    file_town: Town,
    monkeypatch: pytest.MonkeyPatch,
    typed: dict[str, str],
) -> None:
    """Both are tried by the cookie of before, and the browser shows the answer to the second."""
    kept, twice = pressed(worker, app, file_town)
    module, name = (pin, "matching") if "pin" in typed else (log_in, "prove")
    tried = getattr(module, name)

    def at_once(*given: Any) -> Any:
        monkeypatch.undo()
        worker.post("accounts.unlock", typed)
        return tried(*given)

    monkeypatch.setattr(module, name, at_once)
    answer = twice.post("accounts.unlock", {**typed, "held": kept}, status=403)
    assert held_in(answer.get_data(as_text=True)) == kept
    assert not [one for one in answer.headers.getlist("Set-Cookie") if "__Host-session" in one]
    assert "Clear-Site-Data" not in answer.headers
    worker.get("signals.mine")


def test_what_changes_the_account_ends_it_on_every_node(worker: Browser, file_town: Town) -> None:
    elsewhere = app_of(file_town)
    other = with_cookie(elsewhere, file_town, cookie_of(worker))
    other.get("signals.mine")
    with file_town.committed() as work:
        work.data.execute(
            update(Account)
            .where(Account.id == file_town.people["worker"].account_id)
            .values(session_epoch=Account.session_epoch + 1)
        )
    for browser in (worker, other):
        answer = browser.client.get("/signals/mine", base_url=BASE)
        assert answer.location.startswith("/log-in"), "at the next request"
    close(elsewhere)


def test_nobody_else_sees_the_lock_page(browser: Browser) -> None:
    assert browser.client.get("/unlock", base_url=BASE).location.startswith("/log-in")
    assert browser.log_in("worker").client.get("/unlock", base_url=BASE).location == "/start"
