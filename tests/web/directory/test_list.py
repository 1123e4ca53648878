"""The directory's page: searched by address, stale offers say so."""

import pytest
from kit.browser_like import Browser
from kit.cases import initiative
from kit.town import Town


def test_what_there_is_and_what_was_not_asked_after(browser: Browser, file_town: Town) -> None:
    initiative(file_town)
    browser.log_in("coordinator")
    text = browser.get("directory.list")
    assert "Vitis Welzijn: maatjes" in text
    assert "lang geleden: bel eerst" in text
    found = browser.get("directory.list", pillar="none")
    assert "Diaconaal Platform Westland" in found
    assert "Vitis" not in found
    assert "Zoek ruimer" in browser.get("directory.list", pillar="none", area="elsewhere")


def test_a_foreign_code_shows_everything(browser: Browser, file_town: Town) -> None:
    initiative(file_town)
    browser.log_in("administrator")
    assert "Vitis Welzijn: maatjes" in browser.get("directory.list", area="' or 1=1")


@pytest.mark.parametrize("who", ["worker", "manager", "privacy_officer"])
def test_who_may_not(browser: Browser, who: str) -> None:
    browser.log_in(who)
    browser.get("directory.list", status=403)
