"""From directory to initiative: asked at a desk, answered on a phone, settled at the desk."""

from urllib.parse import urlsplit

import pytest
from kit.offers import correction_row, offer_of, offer_row
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser

NOTE = "Samen wandelen, om tien uur bij de kerk."


@pytest.mark.parametrize("script", [True, False])
def test_an_initiative_answers_on_a_phone(
    file_town: Town, desktop: Visitor, phone: Visitor, script: bool
) -> None:
    offer = offer_of(file_town)
    administrator = desktop("administrator", script=script)
    administrator.go(f"/directory/{offer}/ask")
    administrator.press("Link tonen en printen")
    address = administrator.page.locator("strong.reference").inner_text()
    assert administrator.page.locator("main svg").is_visible()

    maintainer = phone(script=script)
    maintainer.go(urlsplit(address).path)
    assert "Vitis" not in maintainer.text
    maintainer.press("Aanbod bekijken")
    assert "Vitis" in maintainer.heading
    maintainer.choose("Bestaat dit aanbod nog?", "stands", of="offer_answers")
    maintainer.choose("Kan er nu iemand bij?", "waiting_list", of="offer_rooms")
    maintainer.fill("Wat is het, en hoe laat?", NOTE)
    maintainer.press("Antwoord versturen")
    assert maintainer.heading == maintainer.said("Dank u wel")
    assert offer_row(file_town, offer).assured_on == file_town.clock.today()

    administrator.go("/directory/assure")
    assert NOTE in administrator.text
    administrator.press("Wijziging overnemen")
    assert "Je besluit is bewaard." in administrator.text
    assert correction_row(file_town, offer) is None
    assert offer_row(file_town, offer).note == NOTE
    administrator.go("/directory")
    assert "Er is een wachtlijst" in administrator.text
