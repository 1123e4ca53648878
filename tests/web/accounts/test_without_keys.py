"""Logged in and nothing unlocked: what needs keys leads to where they open, and loses nothing."""

import base64
import html
import re

from flask import Flask
from kit.browser_like import BASE, Browser
from kit.newcomers import invited
from kit.sessions import state_of
from kit.town import PASSPHRASE, Person, Town

from signalering.domain.hats import HATS_TOGETHER
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.services.accounts import sessions
from signalering.vault.kinds import SessionSecret
from signalering.web.visitor import cookie_value

WORDS = "Iemand zit al weken alleen thuis"


def arrived(
    app: Flask, town: Town, person: Person, *, keys: bool = False
) -> tuple[Browser, SessionSecret]:
    """A browser with a session of its own; without keys, as after single sign-on."""
    with town.committed() as work:
        account = work.data.get_one(Account, person.account_id)
        cookie = sessions.begin(work, account, person.hat, person.secret if keys else None)
    browser = Browser(app, town)
    browser.client.set_cookie(
        "__Host-session", cookie_value(cookie), domain="signalering.test", secure=True
    )
    return browser, cookie


def test_a_page_that_needs_keys_leads_to_unlocking_and_back(app: Flask, file_town: Town) -> None:
    for key, endpoint in (("worker", "signals.mine"), ("privacy_officer", "audit.trail")):
        browser, _ = arrived(app, file_town, file_town.people[key])
        path = browser.url(endpoint)
        page = browser.client.get(path, base_url=BASE)
        assert page.status_code == 302, key
        assert page.location == f"/unlock?next={path}"
        assert "Sleutels openen" in browser.open(page.location)
        back = browser.post("accounts.unlock", {"passphrase": PASSPHRASE, "next": path})
        assert back.location == path
        browser.get(endpoint)
        kept = browser.client.get_cookie("__Host-session", domain="signalering.test")
        assert kept is not None
        fresh = SessionSecret(base64.urlsafe_b64decode(kept.value))
        assert state_of(file_town, fresh).user_secret == file_town.people[key].secret


def test_a_form_that_needs_keys_comes_back_after_unlocking(app: Flask, file_town: Town) -> None:
    browser, _ = arrived(app, file_town, file_town.people["worker"])
    fields = {
        "indicators": ["says_lonely"],
        "place": "naaldwijk",
        "age_band": "75+",
        "request": "advice",
        "contact_answer": "not_asked",
        "note": WORDS,
        "token": "t" * 32,
    }
    page = browser.post("signals.log", fields, status=403).get_data(as_text=True)
    assert WORDS not in page
    found = re.search(r'name="held"[^>]*value="([^"]+)"', page)
    assert found is not None
    data = {"passphrase": PASSPHRASE, "held": html.unescape(found[1])}
    back = browser.post("accounts.unlock", data, status=200).get_data(as_text=True)
    assert WORDS in back
    browser.post("signals.log", fields)


def test_what_needs_no_keys_goes_on(app: Flask, file_town: Town) -> None:
    browser, _ = arrived(app, file_town, file_town.people["administrator"])
    browser.get("accounts.list")
    page = browser.get("accounts.sessions")
    assert "nog niet geopend" in page
    assert browser.post("accounts.end_session", {"which": "everywhere"}).location == "/"


def test_one_hat_at_a_time_in_every_set_that_goes_together(app: Flask, file_town: Town) -> None:
    first = {
        Hat.FRONTLINE: "signals.mine",
        Hat.COORDINATOR: "cases.today",
        Hat.MANAGER: "statistics.overview",
        Hat.ADMINISTRATOR: "accounts.list",
        Hat.PRIVACY_OFFICER: "audit.trail",
    }
    alone = {"accounts.list": Hat.ADMINISTRATOR, "cases.today": Hat.COORDINATOR}
    for number, hats in enumerate(HATS_TOGETHER):
        person = invited(file_town, f"newcomer{number}", *hats)
        browser, cookie = arrived(app, file_town, person, keys=True)
        for hat in hats:
            browser.post("accounts.hat", {"hat": hat.value})
            assert state_of(file_town, cookie).hat is hat
            for endpoint, needed in alone.items():
                answer = browser.client.get(browser.url(endpoint), base_url=BASE)
                assert (answer.status_code == 403) is (hat is not needed), (hat, endpoint)
        for foreign in set(first) - set(hats):
            browser.post("accounts.hat", {"hat": foreign.value}, status=403)
