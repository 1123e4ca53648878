"""Leaving, coming back and changing hats through the pages."""

import re

from flask import Flask
from kit.browser_like import Browser
from kit.signals import taken
from kit.town import Town

TYPED = {"confirmation": " Uitzetten "}


def test_sessions_end_at_the_next_request(browser: Browser, app: Flask, file_town: Town) -> None:
    taken(file_town)
    account_id = file_town.people["coordinator"].account_id
    coordinator = Browser(app, file_town).log_in("coordinator")
    coordinator.get("signals.inbox")
    browser.log_in("administrator")
    page = browser.get("accounts.deactivate", account_id=account_id)
    assert "Signalen die teruggaan naar de inbox: 1" in page
    for typed in ({}, {"confirmation": "ja"}):
        answer = browser.post("accounts.deactivate", typed, 422, account_id=account_id)
        assert "uitzetten" in answer.get_data(as_text=True)
    coordinator.get("signals.inbox")
    browser.post("accounts.deactivate", TYPED, account_id=account_id)
    page = browser.get("accounts.list")
    assert "Het account is uitgezet" in page
    assert "Maar één collega kan signalen en dossiers openen" in page
    coordinator.get("signals.inbox", status=302)
    other = Browser(app, file_town).log_in("other_coordinator")
    assert "Maar één collega" in other.get("signals.inbox")


def test_the_last_holder_stays(browser: Browser, file_town: Town) -> None:
    account_id = file_town.people["privacy_officer"].account_id
    browser.log_in("administrator")
    assert "is de laatste die de sleutel heeft" in browser.get(
        "accounts.deactivate", account_id=account_id
    )
    browser.post("accounts.deactivate", TYPED, 422, account_id=account_id)


def test_coming_back_by_a_new_invitation(browser: Browser, file_town: Town) -> None:
    account_id = file_town.people["worker"].account_id
    browser.log_in("administrator")
    browser.post("accounts.deactivate", TYPED, account_id=account_id)
    browser.get("accounts.deactivate", status=409, account_id=account_id)
    browser.get("accounts.reactivate", account_id=account_id)
    browser.post("accounts.reactivate", account_id=account_id)
    browser.get("accounts.reactivate", status=409, account_id=account_id)


def test_hats_are_changed_by_the_rules(browser: Browser, app: Flask, file_town: Town) -> None:
    account_id = file_town.people["coordinator"].account_id
    coordinator = Browser(app, file_town).log_in("coordinator")
    browser.log_in("administrator")
    page = browser.get("accounts.hats", account_id=account_id)
    ticked = re.findall(r'value="([a-z_]+)"\s+checked', page)
    assert ticked == ["coordinator"], "the roles of now stand there: who adds one takes none away"
    wrong = {"hats": ["coordinator", "privacy_officer"]}
    answer = browser.post("accounts.hats", wrong, 422, account_id=account_id)
    assert "gaan niet samen" in answer.get_data(as_text=True)
    browser.post("accounts.hats", {}, 422, account_id=account_id)
    lowered = {"hats": ["manager"]}
    answer = browser.post("accounts.hats", lowered, 422, account_id=account_id)
    assert "Typ precies dit woord over: afnemen." in answer.get_data(as_text=True)
    coordinator.get("signals.inbox")
    browser.post("accounts.hats", lowered | {"confirmation": "AFNEMEN"}, account_id=account_id)
    assert "De rollen zijn gewijzigd" in browser.get("accounts.list")
    coordinator.get("signals.inbox", status=302)


def test_no_word_is_asked_where_no_key_goes(browser: Browser, file_town: Town) -> None:
    account_id = file_town.people["manager"].account_id
    browser.log_in("administrator")
    assert "confirmation" not in browser.get("accounts.hats", account_id=account_id)
    browser.post("accounts.hats", {"hats": ["administrator"]}, account_id=account_id)


def test_the_word_is_one_of_the_readers_language(browser: Browser, file_town: Town) -> None:
    account_id = file_town.people["manager"].account_id
    browser.log_in("administrator")
    browser.post("accounts.language", {"language": "en"})
    assert "switch off" in browser.get("accounts.deactivate", account_id=account_id)
    browser.post("accounts.deactivate", TYPED, 422, account_id=account_id)
    browser.post("accounts.deactivate", {"confirmation": "switch off"}, account_id=account_id)
