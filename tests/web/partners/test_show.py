"""An organisation from its adding to its first invitation, by its own page."""

from typing import Any

from kit.browser_like import Browser
from kit.partners import HOUSING, agreed, partner_id, partner_view, with_contact
from kit.town import Town

NEW = {
    "name": "Bakkerij Vroeg",
    "domain": "business",
    "contact_address": "info@bakkerij.test",
    "agreement_on": "",
    "agreement_version": "",
}
PERSON = {
    "name": "Bo Bakker",
    "function": "eigenaar",
    "email": "bo@bakkerij.test",
    "phone": "0174 123456",
}
COLLEAGUE = {
    "name": "Nina Nieuw",
    "email": "nina@bakkerij.test",
    "hats": "frontline",
    "partner": "Bakkerij Vroeg",
    "language": "nl",
}


def test_added_agreed_and_invited(browser: Browser, file_town: Town) -> None:
    browser.log_in("administrator").get("partners.add")
    browser.post("partners.add", NEW)
    view = partner_view(file_town, NEW["name"])
    at: dict[str, Any] = {"partner_id": view.id}
    page = browser.get("partners.show", **at)
    assert "info@bakkerij.test" in page
    assert "nog geen afspraak vastgelegd" in page
    assert "nog geen contactpersoon" in page
    refused = browser.post("accounts.invite", COLLEAGUE, 422).get_data(as_text=True)
    assert "nog geen afspraak vastgelegd. Doe dat eerst, bij Partners." in refused
    assert "Nina Nieuw" in refused
    browser.post("partners.contact_new", PERSON | {"version": view.version}, **at)
    paper = {"agreement_on": "1-11-2026", "agreement_version": "2026-1"}
    overtaken = browser.post("partners.agree", paper | {"version": view.version}, 409, **at)
    assert "2026-1" in overtaken.get_data(as_text=True)
    browser.post("partners.agree", paper | {"version": view.version + 1}, **at)
    page = browser.get("partners.show", **at)
    assert "1 november 2026" in page
    assert "nog geen afspraak vastgelegd" not in page
    assert "Bo Bakker" in page
    browser.post("accounts.invite", COLLEAGUE)


def test_changed_and_stopped(browser: Browser, file_town: Town) -> None:
    at: dict[str, Any] = {"partner_id": partner_id(file_town)}
    browser.log_in("administrator")
    assert HOUSING in browser.get("partners.edit", **at)
    typed = {
        "name": "Wonen aan Land",
        "domain": "housing",
        "contact_address": "geen adres",
        "active": "no",
        "version": 1,
    }
    refused = browser.post("partners.edit", typed, 422, **at).get_data(as_text=True)
    assert "Wonen aan Land" in refused
    assert "geen adres" in refused
    browser.post("partners.edit", typed | {"contact_address": "info@wonen.test"}, **at)
    assert "gestopt" in browser.get("partners.show", **at)
    assert "Wonen aan Land" not in browser.get("accounts.invite")


def test_the_last_contact_person_stays(browser: Browser, file_town: Town) -> None:
    at: dict[str, Any] = {"partner_id": with_contact(file_town)}
    browser.log_in("administrator")
    assert "Anne Aanspreek" in browser.get("partners.contact", number=1, **at)
    sent = PERSON | {"version": partner_view(file_town).version, "remove": "yes"}
    refused = browser.post("partners.contact", sent, 422, number=1, **at)
    assert "ten minste één contactpersoon" in refused.get_data(as_text=True)
    browser.get("partners.contact", 404, number=2, **at)
    browser.get("partners.contact", 404, number=0, **at)


def test_who_was_carried_over_works_on(browser: Browser, file_town: Town) -> None:
    """Without an agreement the accounts of an organisation stay what they are."""
    agreed(file_town, "Praktijk De Kas", None)
    browser.log_in("worker").get("signals.log")


def test_others_are_refused(browser: Browser, file_town: Town) -> None:
    at: dict[str, Any] = {"partner_id": partner_id(file_town)}
    browser.log_in("coordinator")
    for page in ("show", "edit", "agree", "contact_new"):
        browser.get(f"partners.{page}", 403, **at)
