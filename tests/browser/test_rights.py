"""Rights of a resident in a real browser: the letter, a request, lying still, and the end."""

import pytest
from kit.cases import case_row
from kit.played import WORDS, played_case
from kit.serving import Site
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_from_the_letter_to_the_end(site: Site, file_town: Town, desktop: Visitor) -> None:
    case_id = played_case(file_town)
    keeper = desktop("coordinator")
    keeper.go(f"/cases/{case_id}")
    keeper.follow("Inzagebrief maken")
    keeper.page.emulate_media(media="print")
    letter = keeper.page.get_by_role("heading", name="Wat wij over u bewaren")
    assert letter.is_visible()
    assert not keeper.page.get_by_role("heading", name="Lees de brief eerst zelf").is_visible()
    assert keeper.page.get_by_text(WORDS["along"]).first.is_visible()
    keeper.page.emulate_media(media="screen")
    keeper.go(f"/cases/{case_id}/request")
    assert not keeper.field("Typ het woord").is_visible(), "only an objection asks for it"
    keeper.choose("Wat vraagt de inwoner?", "erasure", of="rights")
    keeper.fill("Wanneer vroeg de inwoner dat?", "2026-11-23")
    keeper.press("Verzoek vastleggen")
    keeper.follow("Dossier wissen")
    keeper.fill("Typ het kenmerk", case_row(file_town, case_id).reference)
    keeper.press("Definitief wissen")
    assert "VERNIETIGINGSVERKLARING" in keeper.text
    keeper.go(f"/cases/{case_id}", 404)


def test_on_a_phone_without_script(site: Site, file_town: Town, phone: Visitor) -> None:
    case_id = played_case(file_town)
    keeper = phone("coordinator", script=False)
    keeper.go(f"/cases/{case_id}")
    keeper.go(f"/cases/{case_id}/access-letter")
    keeper.go(f"/cases/{case_id}/erase")
    keeper.go(f"/cases/{case_id}/correct-details")
    keeper.go(f"/cases/{case_id}/restrict")
    keeper.page.locator("#text").fill("Eerst uitzoeken")
    keeper.press("Stilzetten")
    assert "This case is on hold." in keeper.text
    keeper.go(f"/cases/{case_id}/lift-restriction")
