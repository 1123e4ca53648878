"""The directory in a real browser: an administrator brings it in and mends it, a resident looks."""

from pathlib import Path

import pytest
from kit.hsds_files import as_json, services
from kit.offers import offer_of
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_brought_in_at_a_desk_and_found_on_a_phone(
    file_town: Town, desktop: Visitor, phone: Visitor, tmp_path: Path
) -> None:
    del file_town
    found = services(30)
    found[2]["status"] = "open"
    file = tmp_path / "aanbod.json"
    file.write_bytes(as_json(found))
    administrator = desktop("administrator")
    administrator.go("/directory/bring-in")
    administrator.page.locator("input[type=file]").set_input_files(str(file))
    administrator.press("Bestand bekijken")
    assert "30 diensten in het bestand." in administrator.text
    administrator.page.get_by_label("Ik weet dat aanbod met fouten niet meekomt").check()
    administrator.press("Nu inlezen")
    assert "29 initiatieven gevonden." in administrator.text
    for path in ("/directory/organisations", "/directory/places", "/directory/add"):
        administrator.go(path)
    administrator.go("/directory/organisations/new")
    administrator.go("/directory/places/new")

    resident = phone()
    resident.go("/offers?language=en")
    assert "29 activities found." in resident.text
    resident.follow("Samen doen 1")
    assert "How to get there" in resident.text
    cookies = {one["name"] for one in resident.page.context.cookies()}
    assert cookies <= {"language"}, "only what the visit brought along"


def test_times_of_an_offer(desktop: Visitor, phone: Visitor, file_town: Town) -> None:
    offer = offer_of(file_town)
    administrator = desktop("administrator")
    administrator.go(f"/directory/{offer}/edit")
    administrator.go(f"/directory/{offer}/schedule")
    administrator.fill("Begint om", "10:00")
    administrator.press("Tijden bewaren")
    assert "vanaf 10:00 uur" in administrator.text
    for person in (desktop(), phone()):
        person.go(f"/offers/{offer}" + ("?language=en" if person.language == "en" else ""))
