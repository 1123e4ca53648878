"""The newsletter in a real browser: asked for on a phone, written at a desk, read by everybody."""

import pytest
from kit.newsletter import INTRO, INTRO_EN, confirmed, sent_issue
from kit.offers import offer_of
from kit.serving import Site
from kit.visit import Visitor

from signalering.vault.links import new_token

pytestmark = pytest.mark.browser


def test_asked_for_on_a_phone_written_at_a_desk_and_read(
    site: Site, desktop: Visitor, phone: Visitor
) -> None:
    confirmed(site.town)
    today = site.town.clock.today()
    offer_of(site.town, assured_on=today)
    offer_of(site.town, "WestlandOntmoet", assured_on=today)
    reader = phone()
    reader.go("/newsletters?language=en")
    reader.follow("Nieuwsbrief ontvangen")
    reader.fill("Uw e-mailadres", "geen adres")
    reader.press("Aanmelden", 422)
    reader.fill("Uw e-mailadres", "nieuw@voorbeeld.test")
    reader.press("Aanmelden")
    assert "An e-mail is on its way to this address." in reader.text
    for task in ("confirm", "unsubscribe"):
        reader.go(f"/newsletter/{task}/{new_token()}?language=en")

    administrator = desktop("administrator")
    administrator.follow("Nieuwsbrief")
    administrator.follow("Nieuwe nieuwsbrief maken")
    administrator.fill("Inleiding in het Nederlands", "Vraag het aan mevrouw Jansen.")
    administrator.fill("Inleiding in het Engels", INTRO_EN)
    administrator.press("Bewaren en bekijken", 422)
    assert "Hieraan kan iemand te herkennen zijn" in administrator.text
    administrator.fill("Inleiding in het Nederlands", INTRO)
    administrator.press("Bewaren en bekijken")
    assert INTRO in administrator.text
    assert "Vitis Welzijn: maatjes" in administrator.text
    offer_of(site.town, "WestlandOntmoet", active=False)
    for page in ("compose", "preview"):
        administrator.go(f"/newsletter/{page}")
        assert "Is gestopt. Het staat niet meer in de nieuwsbrief." in administrator.text
    administrator.fill("Typ het woord versturen", "versturen")
    administrator.press("Nieuwsbrief versturen")
    assert "De nieuwsbrief staat op de site." in administrator.text

    reader.go(f"/newsletters/{sent_issue(site.town)}?language=en")
    assert INTRO_EN in reader.text
    desktop().go("/newsletters")
