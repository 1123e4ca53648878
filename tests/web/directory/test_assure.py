"""The administrator's page: what waits with old and new, decided by a button."""

from datetime import date
from uuid import uuid4

from kit.browser_like import Browser
from kit.offers import answered, asked_about, correction_row, offer_of, offer_row
from kit.town import Town

from signalering.domain.offers import OfferSaid

NOTE = "Elke dinsdag om tien uur."


def test_an_empty_page_says_what_will_stand_there(browser: Browser) -> None:
    browser.log_in("administrator")
    text = browser.get("directory.assure")
    assert "Er wacht geen wijziging." in text
    assert "Er staat geen vraag open." in text


def test_old_and_new_side_by_side_and_accepted(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town, assured_on=date(2026, 1, 5))
    answered(file_town, asked_about(file_town, offer), note=NOTE, weekday="zo")
    browser.log_in("administrator")
    assert "1 antwoord wacht" in browser.get("directory.list")
    text = browser.get("directory.assure")
    for word in ("voorbeeld, controleren", NOTE, "dinsdag", "zondag"):
        assert word in text
    waits = correction_row(file_town, offer)
    assert waits is not None
    data = {"ruling": "accept", "correction": str(waits.id)}
    browser.post("directory.settle", data, initiative_id=offer)
    text = browser.get("directory.assure")
    assert "Je besluit is bewaard." in text
    assert "Er wacht geen wijziging." in text
    assert offer_row(file_town, offer).note == NOTE
    again = browser.post("directory.settle", data, 409, initiative_id=offer)
    assert "Iemand anders heeft dit net veranderd." in again.get_data(as_text=True)


def test_stopped_and_back_again(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    answered(file_town, asked_about(file_town, offer), said=OfferSaid.STOPPED)
    browser.log_in("administrator")
    assert "zegt dat het is gestopt" in browser.get("directory.list")
    assert "Niemand kan er nu naar verwijzen." in browser.get("directory.assure")
    browser.post("directory.settle", {"ruling": "end"}, initiative_id=offer)
    assert "Vitis Welzijn: maatjes" not in browser.get("directory.list")
    assert "Weer in de lijst zetten" in browser.get("directory.assure")
    browser.post("directory.settle", {"ruling": "revive"}, initiative_id=offer)
    assert "Vitis Welzijn: maatjes" in browser.get("directory.list")


def test_what_was_not_offered_is_refused(browser: Browser, file_town: Town) -> None:
    offer = offer_of(file_town)
    browser.log_in("administrator")
    for data in (
        {},
        {"ruling": "x"},
        {"ruling": "accept"},
        {"ruling": "accept", "correction": "?"},
    ):
        browser.post("directory.settle", data, 422, initiative_id=offer)
    browser.post("directory.settle", {"ruling": "end"}, 409, initiative_id=offer)
    browser.post("directory.settle", {"ruling": "end"}, 404, initiative_id=uuid4())


def test_what_is_old_or_unanswered_stands_there(browser: Browser, file_town: Town) -> None:
    offer_of(file_town, "WestlandOntmoet", assured_on=date(2026, 1, 5))
    asked_about(file_town, offer_of(file_town, "De Vereeniging"))
    browser.log_in("administrator")
    text = " ".join(browser.get("directory.assure").split())
    assert "<strong>WestlandOntmoet</strong>" in text
    assert "1 keer gevraagd" in text
    assert "Geen e-mailadres: bel." in text
