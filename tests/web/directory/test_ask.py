"""Asking an initiative through the pages: on paper, by mail, and by phone."""

import re
from datetime import date

from kit.browser_like import Browser
from kit.offers import MAILBOX, offer_of, offer_row, standing_row
from kit.town import Town

from signalering.services.accounts.deactivate import deactivate

LINK = re.compile(r"https://signalering\.test/offer/([A-Za-z0-9_-]{43})")


def test_a_link_to_print_that_is_shown_once(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    browser.log_in("coordinator")
    assert MAILBOX in browser.get("directory.ask", initiative_id=offer)
    answer = browser.post("directory.ask", {"step": "paper"}, 200, initiative_id=offer)
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    text = answer.get_data(as_text=True)
    found = LINK.search(text)
    assert found is not None
    assert "<svg" in text
    again = browser.get("directory.ask", initiative_id=offer)
    assert "1 keer gevraagd, zonder antwoord." in again
    assert LINK.search(again) is None
    opened = browser.post("directory.confirm", {}, 200, token=found[1])
    assert "Vitis" in opened.get_data(as_text=True)


def test_a_mail_that_fails_shows_the_link_instead(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    browser.log_in("administrator")
    answer = browser.post("directory.ask", {"step": "mail"}, 200, initiative_id=offer)
    text = answer.get_data(as_text=True)
    assert "De mail is niet verstuurd" in text
    assert LINK.search(text)


def test_without_an_address_no_mail(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town, contact_address=None)
    browser.log_in("administrator")
    assert "Link mailen" not in browser.get("directory.ask", initiative_id=offer)
    answer = browser.post("directory.ask", {"step": "mail"}, 422, initiative_id=offer)
    assert "kennen we geen e-mailadres" in answer.get_data(as_text=True)
    browser.post("directory.ask", {"step": "pigeon"}, 422, initiative_id=offer)


def test_by_phone(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town, assured_on=date(2026, 1, 5))
    browser.log_in("coordinator")
    assert "Gebeld met Vitis" in browser.get("directory.by_phone", initiative_id=offer)
    browser.post("directory.by_phone", {"said": "stands"}, 422, initiative_id=offer)
    browser.post("directory.by_phone", {"said": "stands", "room": "room"}, initiative_id=offer)
    assert offer_row(file_town, offer).assured_on == file_town.clock.today()
    assert "Wat het initiatief zei, is bewaard." in browser.get("directory.list")


def test_a_colleague_who_was_deactivated_asks_nobody(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    browser.log_in("other_coordinator")
    browser.get("directory.ask", initiative_id=offer)
    with file_town.committed("administrator") as work:
        deactivate(work, file_town.people["other_coordinator"].account_id)
    browser.post("directory.ask", {"step": "paper"}, 403, initiative_id=offer)
    assert standing_row(file_town, offer) is None
