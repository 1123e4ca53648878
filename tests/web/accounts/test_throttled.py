"""Guessing at the log-in page: slow for strangers, never in the owner's way, telling nothing."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.town import PASSPHRASE, Town
from kit.trail import entries
from werkzeug.test import TestResponse

from signalering.domain.throttles import RULES, Tried
from signalering.services.accounts import log_in
from signalering.vault.stretching import Cost

KNOWN, UNKNOWN = "worker@proefdorp.test", "nobody@proefdorp.test"
FREE = RULES[Tried.LOG_IN].free


def guess(browser: Browser, email: str, status: int = 422) -> TestResponse:
    form = {"email": email, "passphrase": "aap noot mies", "next": "/signals/mine"}
    return browser.post("accounts.log_in", form, status=status)


def shut(browser: Browser, email: str) -> TestResponse:
    """Guess until it has to wait."""
    for _ in range(FREE + 1):
        guess(browser, email)
    return guess(browser, email, 429)


def test_who_guesses_waits_and_is_told_how_long(browser: Browser) -> None:
    answer = shut(browser, KNOWN)
    page = answer.get_data(as_text=True)
    assert answer.headers["Retry-After"] == "1"
    assert "Over 1 seconde kan het weer" in page
    assert f'value="{KNOWN}"' in page
    assert 'value="/signals/mine"' in page
    assert "aap noot mies" not in page


def test_the_right_passphrase_waits_too_and_then_gets_in(browser: Browser, file_town: Town) -> None:
    shut(browser, KNOWN)
    form = {"email": KNOWN, "passphrase": PASSPHRASE}
    browser.post("accounts.log_in", form, status=429)
    file_town.clock.move_to(file_town.clock.now() + timedelta(seconds=1))
    browser.post("accounts.log_in", form)


def test_known_and_unknown_addresses_are_answered_alike(app: Flask, file_town: Town) -> None:
    told: list[list[tuple[int, str]]] = []
    for email in (KNOWN, UNKNOWN):
        browser = Browser(app, file_town)
        said = [guess(browser, email) for _ in range(FREE + 1)]
        said.append(guess(browser, email, 429))
        told.append([(one.status_code, _plain(one)) for one in said])
    assert told[0] == told[1]


def _plain(answer: TestResponse) -> str:
    return re.sub(r'value="[^"]*"', "", answer.get_data(as_text=True))


@pytest.mark.parametrize("email", [KNOWN, UNKNOWN, "untrained@proefdorp.test"])
def test_every_try_that_is_taken_costs_one_run_and_a_refused_one_none(
    browser: Browser, email: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []

    def counted(text: str, salt: bytes, cost: Cost) -> object:
        costs.append(cost)
        return real(text, salt, cost)

    real = log_in.passphrases.derive
    monkeypatch.setattr(log_in.passphrases, "derive", counted)
    shut(browser, email)
    assert len(costs) == FREE + 1
    assert len(set(costs)) == 1


def test_strangers_do_not_keep_out_who_was_here_before(app: Flask, file_town: Town) -> None:
    mine = Browser(app, file_town).log_in("worker")
    mine.post("accounts.log_out")
    shut(Browser(app, file_town), KNOWN)
    mine.post("accounts.log_in", {"email": KNOWN, "passphrase": PASSPHRASE})
    mine.get("signals.mine")


def test_a_known_browser_guesses_no_faster_and_slows_nobody_else(
    app: Flask, file_town: Town
) -> None:
    mine = Browser(app, file_town).log_in("worker")
    mine.post("accounts.log_out")
    shut(mine, KNOWN)
    form = {"email": KNOWN, "passphrase": PASSPHRASE}
    Browser(app, file_town).post("accounts.log_in", form)


def test_a_known_browser_is_known_for_its_own_account_alone(app: Flask, file_town: Town) -> None:
    mine = Browser(app, file_town).log_in("worker")
    mine.post("accounts.log_out")
    shut(Browser(app, file_town), "other_worker@proefdorp.test")
    guess(mine, "other_worker@proefdorp.test", 429)


def test_the_trail_has_one_line_for_each_try_that_was_taken(
    browser: Browser, file_town: Town
) -> None:
    shut(browser, KNOWN)
    for _ in range(10):
        guess(browser, KNOWN, 429)
    assert len(entries(file_town, "log_in_refused")) == FREE + 1


def test_the_cookie_names_nobody(browser: Browser, file_town: Town) -> None:
    browser.log_in("worker")
    found = browser.client.get_cookie("__Host-browser", domain="signalering.test")
    assert found is not None
    assert found.secure
    assert found.http_only
    assert found.same_site == "Strict"
    person = file_town.people["worker"]
    for word in (str(person.account_id), person.account_id.hex, person.email):
        assert word not in found.value
