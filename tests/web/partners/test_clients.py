"""The administrator lets a program in: its secret is shown once, and it is shut out by a button."""

import re
from datetime import timedelta
from typing import Any

from flask import Flask
from kit.browser_like import Browser
from kit.partners import partner_id
from kit.programs import PRACTICE, agreed, ask, ask_token, basic
from kit.town import Town
from kit.trail import entries

from signalering.domain.views.partners.clients import NewClient

SHOWN = re.compile(r'<strong class="reference">([A-Za-z0-9_-]{36,43})</strong>')
ENDPOINT = "partners.clients"


def test_let_in_shown_once_and_shut_out(app: Flask, browser: Browser, file_town: Town) -> None:
    agreed(file_town)
    at: dict[str, Any] = {"partner_id": partner_id(file_town, PRACTICE)}
    browser.log_in("administrator")
    assert "/programs" in browser.get("partners.show", **at)
    assert "nog geen programma toegelaten" in browser.get(ENDPOINT, **at)
    until = (file_town.clock.today() + timedelta(days=30)).isoformat()
    sent = {"name": "Dossiersysteem", "scopes": ["training:read"], "until_on": until}
    shown = browser.post(ENDPOINT, sent, 200, **at).get_data(as_text=True)
    client_id, secret = SHOWN.findall(shown)
    client = NewClient(client_id, secret)
    again = browser.get(ENDPOINT, **at)
    assert secret not in again
    assert "opvragen hoeveel eigen melders getraind zijn" in again
    token = ask_token(app, basic(client)).json["access_token"]
    assert ask(app, "/worker-counts", token).json["workers"] == 1
    browser.post("partners.revoke_client", client_id=client_id, **at)
    assert "ingetrokken" in browser.get(ENDPOINT, **at)
    assert ask(app, "/worker-counts", token).status_code == 401
    browser.post("partners.revoke_client", status=409, client_id=client_id, **at)
    (made,) = entries(file_town, "api_client_made")
    assert made["details"] == {"partner_id": str(at["partner_id"]), "valid_until": until}


def test_what_cannot_be_is_said_and_what_was_typed_stays(browser: Browser, file_town: Town) -> None:
    at: dict[str, Any] = {"partner_id": partner_id(file_town, PRACTICE)}
    browser.log_in("administrator")
    agreed(file_town)
    until = (file_town.clock.today() + timedelta(days=30)).isoformat()
    good = {"name": "Bijzonder systeem", "scopes": ["training:read"], "until_on": until}
    for wrong, said in (
        ({"until_on": "0001-01-01"}, "Kies een dag na vandaag."),
        ({"until_on": "9999-12-31"}, "hooguit een jaar"),
        ({"scopes": []}, "Vul dit in"),
        ({"scopes": ["everything"]}, "Kies iets uit de lijst."),
        ({"name": ""}, "Vul dit in"),
    ):
        page = browser.post(ENDPOINT, good | wrong, 422, **at).get_data(as_text=True)
        assert said in page
        assert wrong.get("name", "Bijzonder systeem") in page
