"""Meetings of the network in a real browser: planned at a desk, answered on a phone."""

from datetime import timedelta

import pytest
from kit.meetings import invited, linked, meeting_in, with_mailboxes
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser
# As when somebody turns to another window.
HIDDEN = """() => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_planned_at_a_desk_and_answered_on_a_phone(
    file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    with_mailboxes(file_town)
    coming, today = meeting_in(file_town), meeting_in(file_town, 0, title="Vandaag")
    invited(file_town, coming)
    administrator = desktop("administrator")
    administrator.go("/meetings")
    administrator.follow("Bijeenkomst plannen")
    day = file_town.clock.today() + timedelta(days=30)
    for name, text in (
        ("Naam van de bijeenkomst", "Voorjaar"),
        ("Begint om", "10:00"),
        ("Eindigt om", "12:00"),
        ("Plaats", "De Brug"),
        ("Waar gaat het over?", "Samen eten."),
        ("Aanmelden tot en met", day.isoformat()),
    ):
        administrator.fill(name, text)
    administrator.press("Plannen", 422)
    administrator.page.locator("#day").fill(day.isoformat())
    administrator.press("Plannen")
    assert "Voorjaar" in administrator.text
    for step in ("", "/change", "/cancel", "/attendance"):
        administrator.go(f"/meetings/{coming}{step}")
    for step in ("", "/attendance", "/notes"):
        administrator.go(f"/meetings/{today}{step}")
    administrator.fill("Verslag", "We aten soep en")
    with administrator.page.expect_response("**/draft") as kept:
        administrator.page.evaluate(HIDDEN)
    assert kept.value.status == 204
    administrator.go(f"/meetings/{today}/notes")
    assert administrator.page.locator("#text").input_value() == "We aten soep en"

    partner = phone()
    partner.go(f"/meeting/{linked(file_town, coming)}")
    partner.press("Bijeenkomst bekijken")
    partner.page.get_by_label(partner.said("ja"), exact=True).check()
    partner.fill("Met hoeveel mensen?", "3")
    partner.press("Antwoord versturen")
    assert "We are expecting 3 people" in partner.text
