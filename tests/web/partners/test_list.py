"""The administrator sees the coalition's organisations."""

from kit.browser_like import Browser
from kit.town import PARTNERS


def test_partners_are_listed_with_agreement_people_and_training(browser: Browser) -> None:
    page = browser.log_in("administrator").get("partners.list")
    for name in PARTNERS:
        assert name in page
    assert "15 januari 2025" in page
    assert "31 januari 2028" in page
    assert browser.url("partners.add") in page


def test_others_are_refused(browser: Browser) -> None:
    browser.log_in("privacy_officer").get("partners.list", status=403)


def test_a_part_of_a_name_finds(browser: Browser) -> None:
    first, *others = PARTNERS
    page = browser.log_in("administrator").get("partners.list", name=first[2:].upper())
    assert first in page
    assert not [name for name in others if name in page]
    page = browser.get("partners.list", name="zoiets bestaat niet")
    assert "Niets gevonden." in page
