"""Administrators and privacy officers see who holds keys, and where that is too few."""

from flask import Flask
from kit.browser_like import Browser
from kit.town import Town


def test_holders_and_the_warning_below_two(browser: Browser, app: Flask, file_town: Town) -> None:
    for person in ("administrator", "privacy_officer"):
        page = Browser(app, file_town).log_in(person).get("keys.holders")
        casework, audit = page.split("Logboek (privacy officers en toezicht)")
        assert "Cor Dinator" in casework
        assert "Coby Dinator" in casework
        assert "Te weinig sleutelhouders" not in casework
        assert "Po Officer" in audit
        assert "Te weinig sleutelhouders" in audit


def test_a_coordinator_is_refused(browser: Browser) -> None:
    browser.log_in("coordinator").get("keys.holders", status=403)
