"""A worker opens what the own organisation's system laid ready, looks, and sends it or not."""

import re

import pytest
from flask import Flask
from kit.browser_like import BASE, Browser
from kit.programs import caller_of, laid_ready
from kit.town import Town
from sqlalchemy import func, select

from signalering.models.signals.signal import Signal

ENDPOINT = "signals.open_link"
CHECKED = re.compile(r'<input(?=[^>]*\bchecked\b)[^>]*value="([^"]+)"')
SELECTED = re.compile(r'<option selected[^>]*value="([^"]*)"|<option value="([^"]*)" selected')


@pytest.fixture
def token(file_town: Town) -> str:
    return laid_ready(file_town, caller_of(file_town))


def signals(town: Town) -> int:
    with town.work(writes=False) as work:
        return work.data.scalar(select(func.count(Signal.id))) or 0


def test_the_codes_come_into_the_form_and_the_worker_sends_it(
    browser: Browser, file_town: Town, token: str
) -> None:
    browser.log_in("worker")
    shown = browser.get(ENDPOINT, token=token)
    assert "says_lonely" not in shown
    browser.get(ENDPOINT, token=token)
    answer = browser.post(ENDPOINT, token=token)
    assert answer.location == "/signals/log"
    form = browser.get("signals.log")
    assert "De codes staan hieronder" in form
    assert {"says_lonely", "75+"} <= set(CHECKED.findall(form))
    assert ("monster", "") in SELECTED.findall(form) or ("", "monster") in SELECTED.findall(form)
    assert signals(file_town) == 0
    browser.get(ENDPOINT, 404, token=token)
    browser.post(ENDPOINT, status=404, token=token)


def test_it_waits_for_a_log_in_and_its_address_goes_nowhere(
    app: Flask, file_town: Town, token: str
) -> None:
    browser = Browser(app, file_town)
    path = browser.url(ENDPOINT, token=token)
    answer = browser.client.get(path, base_url=BASE)
    assert answer.status_code == 302
    assert answer.location.startswith("/log-in?next=/signals/links/")
    browser.log_in("worker")
    page = browser.client.get(path, base_url=BASE)
    assert page.headers["Referrer-Policy"] == "strict-origin"
    assert page.headers["Cache-Control"] == "no-store"


def test_others_are_told_what_a_made_up_link_is_told(
    app: Flask, file_town: Town, token: str
) -> None:
    browser = Browser(app, file_town).log_in("other_worker")
    theirs, made_up = (browser.get(ENDPOINT, 404, token=one) for one in (token, "x" * 43))
    assert theirs.replace(token, "") == made_up.replace("x" * 43, "")
    browser.post(ENDPOINT, status=404, token=token)
    untrained = Browser(app, file_town).log_in("untrained")
    assert "Volg eerst de training" in untrained.get(ENDPOINT, 403, token=token)


def test_what_was_being_typed_comes_first(browser: Browser, token: str) -> None:
    browser.log_in("worker")
    browser.post("accounts.draft", {"draft_place": "signals.log", "place": "poeldijk"})
    page = browser.post(ENDPOINT, status=409, token=token).get_data(as_text=True)
    assert "nog een signaal dat niet is verstuurd" in page
    browser.post("accounts.draft", {"draft_place": "signals.log", "forget": "yes"})
    browser.post(ENDPOINT, token=token)
