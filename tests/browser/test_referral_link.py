"""From case to initiative: put together at a desk, answered on a phone without an account."""

from urllib.parse import urlsplit

import pytest
from kit.cases import case_in, referral_in, referral_row
from kit.chromium import PHONE
from kit.receivers import PACKAGE, asked
from kit.serving import Site
from kit.town import Town
from kit.visit import Visit, Visitor
from playwright.sync_api import Browser

from signalering.domain.states import CaseState, ReferralState

pytestmark = pytest.mark.browser


def test_a_coordinator_asks_and_a_receiver_answers_on_a_phone(
    chromium: Browser, site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    case_id = case_in(file_town, CaseState.IN_CONVERSATION)
    referral_in(file_town, ReferralState.CONSENTED, case_id)
    coordinator = desktop("coordinator")
    coordinator.go(f"/cases/{case_id}")
    coordinator.follow("Vraag aan het initiatief maken")
    coordinator.fill("Hoe heet de inwoner?", "Mevrouw Verzonnen")
    coordinator.page.get_by_label("Telefoon").check()
    coordinator.fill("Wat wil de inwoner graag?", "Wil graag wandelen.")
    coordinator.fill("Wie gaat er de eerste keer mee?", "Cor van het buurthuis")
    coordinator.press("Voorbeeld bekijken")
    assert "Wil graag wandelen." in coordinator.text
    coordinator.press("Aanpassen")
    coordinator.fill("Wat wil de inwoner graag?", "Wil graag schaken.")
    coordinator.press("Voorbeeld bekijken")
    coordinator.press("Link tonen en printen")
    address = coordinator.page.locator("strong.reference").inner_text()
    assert coordinator.page.locator("main svg").is_visible()
    coordinator.page.emulate_media(media="print")
    assert coordinator.page.locator("main svg").is_visible()

    receiver = phone()
    path = urlsplit(address).path
    receiver.go(path)
    assert "Verzonnen" not in receiver.text
    receiver.press("Vraag openen")
    assert "Wil graag schaken." in receiver.text
    receiver.choose("Wat wilt u laten weten?", "accepted", of="receiver_answers")
    receiver.press("Antwoord versturen")
    assert "Verzonnen" in receiver.text, "for the last time"
    receiver.go(path)
    receiver.press("Vraag openen")
    assert "Verzonnen" not in receiver.text
    for said in ("started", "accompanied", "call"):
        receiver.choose("Wat wilt u laten weten?", said, of="receiver_answers")
        receiver.press("Antwoord versturen")
        assert receiver.heading == receiver.said("Dank u wel")

    coordinator.page.emulate_media(media="screen")
    coordinator.go("/cases")
    assert "nieuws" in coordinator.text
    coordinator.go(f"/cases/{case_id}")
    assert "vraagt of je belt" in coordinator.text
    coordinator.press("In het dossier opnemen")
    assert "na de warme overdracht" in coordinator.text


def test_a_receiver_declines_without_any_script(file_town: Town, phone: Visitor) -> None:
    referral_id, link = asked(file_town)
    receiver = phone(script=False)
    receiver.go(f"/referral/{link.token}")
    receiver.press("Vraag openen")
    receiver.choose("Wat wilt u laten weten?", "declined", of="receiver_answers")
    receiver.press("Antwoord versturen", status=422)
    assert PACKAGE["name"] in receiver.text
    receiver.pick("Waarom kan het niet?", "full", of="decline_reasons")
    receiver.press("Antwoord versturen")
    assert referral_row(file_town, referral_id).state == ReferralState.DECLINED
    receiver.go(f"/referral/{link.token}")
    receiver.press("Vraag openen", status=404)
    assert receiver.heading == receiver.said("Deze link werkt niet (meer)")


def test_a_new_link_for_attendance(file_town: Town, desktop: Visitor) -> None:
    referral_id = referral_in(file_town, ReferralState.STARTED)
    coordinator = desktop("coordinator")
    coordinator.go(f"/referrals/{referral_id}/advance")
    coordinator.unfold("Nieuwe link om te laten weten hoe het gaat")
    coordinator.press("Link mailen", status=422)
    coordinator.press("Link tonen en printen")
    assert coordinator.page.locator("strong.reference").is_visible()


def test_in_dutch_on_a_light_phone(chromium: Browser, site: Site, file_town: Town) -> None:
    _, link = asked(file_town)
    context = chromium.new_context(**PHONE)
    receiver = Visit(context, site, "receiver", narrow=True)
    try:
        receiver.go(f"/referral/{link.token}")
        receiver.press("Vraag openen")
        assert PACKAGE["wish"] in receiver.text
    finally:
        context.close()
