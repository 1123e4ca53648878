"""The administrator's page of keys: one is shown once, and stops when it is withdrawn."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from kit.browser_like import Browser
from kit.open_data import PERIODS, ask, key_row, made
from kit.town import Town
from kit.trail import entries

from signalering.domain.errors import InvalidInput
from signalering.services.statistics.open_data_keys import (
    KEPT,
    LONGEST,
    MOST,
    open_data_keys,
    sweep,
)
from signalering.vault.links import token_hash

TOKEN = re.compile(r'<strong class="reference">([A-Za-z0-9_-]{43})</strong>')


def test_a_key_is_made_shown_once_and_withdrawn(
    app: Flask, browser: Browser, file_town: Town
) -> None:
    browser.log_in("administrator")
    assert "Er zijn nog geen sleutels" in browser.get("statistics.open_data_keys")
    until = (file_town.clock.today() + timedelta(days=30)).isoformat()
    sent = {"name": "Dashboard", "until_on": until}
    shown = browser.post("statistics.open_data_keys", sent, 200).get_data(as_text=True)
    (token,) = TOKEN.findall(shown)
    assert "https://signalering.test/open-data/v1/periods" in shown
    row = key_row(file_town)
    assert row.token_hash == token_hash(token)
    again = browser.get("statistics.open_data_keys")
    assert token not in again
    assert "Dashboard" in again
    assert ask(app, PERIODS, token).status_code == 200
    assert key_row(file_town).used_on == file_town.clock.today()
    browser.post("statistics.open_data_withdraw", key_id=row.id)
    assert "ingetrokken" in browser.get("statistics.open_data_keys")
    assert ask(app, PERIODS, token).status_code == 401
    browser.post("statistics.open_data_withdraw", key_id=row.id, status=409)
    made_entry, withdrawn = (
        entries(file_town, f"open_data_key_{what}") for what in ("made", "withdrawn")
    )
    assert [one["object"] for one in made_entry + withdrawn] == [str(row.id)] * 2
    assert made_entry[0]["details"] == {"valid_until": until}
    assert made_entry[0]["actor"] == str(file_town.people["administrator"].account_id)


def test_days_that_cannot_be_are_said_at_their_field(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator")
    today = file_town.clock.today()
    for day, said in (
        (today.isoformat(), "Kies een dag na vandaag."),
        ("0001-01-01", "Kies een dag na vandaag."),
        ((today + LONGEST + timedelta(days=1)).isoformat(), "hooguit een jaar"),
        ("9999-12-31", "hooguit een jaar"),
        ("31 februari", "Vul een dag in"),
        ("", "Vul dit in"),
    ):
        sent = {"name": "Bijzonder programma", "until_on": day}
        page = browser.post("statistics.open_data_keys", sent, 422).get_data(as_text=True)
        assert said in page, day
        assert "Bijzonder programma" in page


def test_a_name_stands_for_one_key_that_works(browser: Browser, file_town: Town) -> None:
    made(file_town)
    browser.log_in("administrator")
    until = (file_town.clock.today() + LONGEST).isoformat()
    sent = {"name": "dashboard", "until_on": until}
    page = browser.post("statistics.open_data_keys", sent, 422).get_data(as_text=True)
    assert "Deze naam staat al in de lijst." in page
    browser.post("statistics.open_data_withdraw", key_id=key_row(file_town).id)
    browser.post("statistics.open_data_keys", sent, 200)


def test_there_is_an_end_to_making_them(file_town: Town) -> None:
    for number in range(MOST):
        made(file_town, f"Programma {number}")
    with pytest.raises(InvalidInput) as refused:
        made(file_town, "Nog een")
    assert refused.value.code == "keys_many"


def test_old_ones_are_forgotten_and_working_ones_stay(file_town: Town) -> None:
    made(file_town, "Kort", days=1)
    made(file_town, "Lang", days=LONGEST.days)
    file_town.clock.move_to(file_town.clock.now() + KEPT + timedelta(days=3))
    made(file_town, "Nieuw")
    with file_town.committed() as work:
        sweep(work)
    assert key_row(file_town, "Lang").until_on < file_town.clock.today()
    assert key_row(file_town, "Nieuw")
    with file_town.work("administrator", writes=False) as work:
        names = [line.tool for line in open_data_keys(work).lines]
    assert names == ["Nieuw", "Lang"]


def test_the_menu_leads_there(browser: Browser) -> None:
    assert 'href="/open-data/keys"' in browser.log_in("administrator").get("accounts.list")
    assert "/open-data/keys" not in browser.log_in("manager").get("statistics.overview")
