"""The coalition and its account in a real browser: partners, and a month of the trail signed."""

from datetime import date

import pytest
from kit.partners import partner_id
from kit.retention import on
from kit.serving import Site
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_an_organisation_and_whom_to_turn_to(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    found = partner_id(file_town)
    keeper = desktop("administrator")
    keeper.go("/partners")
    keeper.follow("Wonen aan Zee")
    keeper.go(f"/partners/{found}/contacts")
    keeper.fill("Naam", "Anne Aanspreek")
    keeper.fill("Functie", "teamleider")
    keeper.fill("E-mailadres van het werk", "anne")
    keeper.press("Bewaren", 422)
    assert keeper.field("Functie").input_value() == "teamleider"
    keeper.fill("E-mailadres van het werk", "anne@wonen.test")
    keeper.press("Bewaren")
    assert "Anne Aanspreek" in keeper.text
    away = phone("administrator", script=False)
    for page in ("", "/edit", "/agreement", "/contacts/1"):
        away.go(f"/partners/{found}{page}")
    away.go("/partners/new")
    away.go("/accounts/invite-list")


def test_a_month_is_looked_at_and_signed(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    on(file_town, date(2027, 1, 4))
    officer = desktop("privacy_officer")
    officer.go("/audit-trail/reviews")
    officer.follow("Wat opvalt in november 2026")
    officer.go("/audit-trail/reviews")
    officer.page.get_by_label("november 2026").check()
    officer.choose("Wat kwam eruit?", "nothing_found", of="review_outcomes")
    officer.press("Ondertekenen")
    assert "Po Officer" in officer.row("november 2026").inner_text()
    away = phone("privacy_officer")
    away.go("/audit-trail/reviews")
    away.go("/audit-trail/patterns")
