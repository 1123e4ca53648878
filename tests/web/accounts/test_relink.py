"""A worker forgot the passphrase: a call later, all signals are there again."""

from flask import Flask
from kit.browser_like import Browser
from kit.people import forgot, told
from kit.signals import logged, row_of
from kit.town import Town


def test_from_forgetting_to_reading_again(browser: Browser, app: Flask, file_town: Town) -> None:
    reference = row_of(file_town, logged(file_town)).reference
    account_id = forgot(file_town, "worker").account_id
    worker = Browser(app, file_town).log_in("worker")
    page = worker.get("signals.mine")
    assert reference not in page
    assert "Je oude signalen zijn er nog" in page
    coordinator = browser.log_in("coordinator")
    assert "Er wacht een melder" in coordinator.get("signals.inbox")
    shown, heard = told(file_town, account_id)
    assert shown in coordinator.get("accounts.relink", account_id=account_id)
    coordinator.post("accounts.relink", {"shown": shown, "heard": "x"}, 422, account_id=account_id)
    coordinator.post("accounts.relink", {"shown": shown, "heard": heard}, account_id=account_id)
    assert "liggen klaar" in coordinator.get("keys.waiting")
    page = worker.get("signals.mine")
    assert reference in page
    assert "Je oude signalen zijn er nog" not in page
