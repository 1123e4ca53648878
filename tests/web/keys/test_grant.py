"""A colleague gets the key through the pages, after a call."""

from flask import Flask
from kit.browser_like import Browser
from kit.newcomers import invited
from kit.people import forgot, told
from kit.signals import taken
from kit.town import Town

from signalering.domain.states import Hat


def given(browser: Browser, town: Town, key: str, status: int = 302) -> None:
    account_id = town.people[key].account_id
    shown, heard = told(town, account_id)
    page = browser.get("keys.grant", account_id=account_id)
    assert shown in page
    assert f"{shown} {heard}" not in page
    browser.post(
        "keys.grant", {"shown": shown, "heard": heard}, account_id=account_id, status=status
    )


def test_a_newcomer_waits_is_called_and_reads(
    browser: Browser, app: Flask, file_town: Town
) -> None:
    signal_id = taken(file_town)
    invited(file_town, "newcomer", Hat.COORDINATOR)
    newcomer = Browser(app, file_town).log_in("newcomer")
    shut = newcomer.get("signals.show", status=403, signal_id=signal_id)
    assert "de sleutel die bij je rol hoort ontbreekt nog" in shut
    own = newcomer.get("accounts.fingerprint")
    assert " ".join(told(file_town, file_town.people["newcomer"].account_id)) in own
    assert "Je hebt de sleutel nog niet" in own
    browser.log_in("coordinator")
    assert "Er wacht een collega op de sleutel" in browser.get("signals.inbox")
    assert "Sleutel geven aan Nieuw newcomer" in browser.get("keys.waiting")
    given(browser, file_town, "newcomer")
    assert "Je collega heeft nu de sleutel" in browser.get("keys.waiting")
    newcomer.get("signals.show", signal_id=signal_id)
    assert "Je hebt de sleutel die bij je rol hoort" in newcomer.get("accounts.fingerprint")


def test_digits_that_were_not_heard_are_refused(browser: Browser, file_town: Town) -> None:
    account_id = invited(file_town, "newcomer", Hat.COORDINATOR).account_id
    shown, heard = told(file_town, account_id)
    browser.log_in("coordinator")
    other = f"{(int(heard) + 1) % 10000:04d}"
    answer = browser.post(
        "keys.grant", {"shown": shown, "heard": other}, account_id=account_id, status=422
    )
    assert "niet de laatste vier cijfers" in answer.get_data(as_text=True)


def test_a_key_that_changed_meanwhile_is_refused(browser: Browser, file_town: Town) -> None:
    account_id = invited(file_town, "newcomer", Hat.COORDINATOR).account_id
    shown, heard = told(file_town, account_id)
    browser.log_in("coordinator")
    forgot(file_town, "newcomer")
    answer = browser.post(
        "keys.grant", {"shown": shown, "heard": heard}, account_id=account_id, status=422
    )
    text = answer.get_data(as_text=True)
    assert "net veranderd" in text
    assert told(file_town, account_id)[0] in text


def test_recovery_by_a_colleague(browser: Browser, app: Flask, file_town: Town) -> None:
    signal_id = taken(file_town)
    forgot(file_town, "coordinator")
    forgetful = Browser(app, file_town).log_in("coordinator")
    forgetful.get("signals.show", status=403, signal_id=signal_id)
    given(browser.log_in("other_coordinator"), file_town, "coordinator")
    forgetful.get("signals.show", signal_id=signal_id)
