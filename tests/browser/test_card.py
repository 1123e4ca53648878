"""The bridge, on a resident's phone, in three languages: a card, a yes, a change of mind."""

import pytest
from kit.cards import printed, with_card
from kit.chromium import PHONE
from kit.serving import Site
from kit.town import Town
from kit.visit import Visit, Visitor
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["nl", "en", "pl"])
def test_leave_replace_withdraw_erase(
    chromium: Browser, site: Site, file_town: Town, language: str
) -> None:
    _, code = with_card(file_town)
    context = chromium.new_context(**PHONE)
    resident = Visit(context, site, "resident", narrow=True, language=language)
    try:
        page = _choose_language(resident, language)
        resident.go(page + "#" + code.replace("-", ""))
        assert resident.field("Code op uw kaart").input_value() == code.replace("-", "")
        resident.press("Verder")
        resident.fill("Uw naam", "Wiesława Zmyślona")
        resident.press("Versturen", status=422)
        assert resident.field("Uw naam").input_value() == "Wiesława Zmyślona", "nothing is lost"
        resident.fill("Uw telefoonnummer", "06 55 55 55 55")
        resident.field("Ja, dit vind ik goed").check()
        resident.press("Versturen")
        assert resident.heading == resident.said("Dank u wel")
        assert "Zmyślona" not in resident.text, "what was left is not shown again"

        resident.go(page)
        resident.fill("Code op uw kaart", code.lower())
        resident.press("Verder")
        assert resident.said("telefoonnummer") in resident.text
        resident.press("Andere gegevens invullen")
        assert resident.field("Uw naam").input_value() == ""
        resident.fill("Uw naam", "Wiesława")
        resident.fill("Uw e-mailadres", "w@example.test")
        resident.field("Ja, dit vind ik goed").check()
        resident.press("Versturen")
        assert resident.said("e-mailadres") in resident.text
        resident.press("Ik wil geen contact meer")
        resident.press("Ja, ik wil geen contact meer")
        assert resident.heading == resident.said("U hebt uw ja ingetrokken")
        resident.press("Kaart ongeldig maken")
        resident.press("Ja, wis alles")
        assert resident.heading == resident.said("Alles is gewist")

        resident.go(page)
        resident.fill("Code op uw kaart", code)
        resident.press("Verder", status=422)
    finally:
        context.close()


def _choose_language(resident: Visit, language: str) -> str:
    """By the link on the page, which leads to the address that is given back."""
    resident.language = "nl"
    resident.go("/card")
    page = "/card"
    if language != "nl":
        resident.language = language
        resident.follow({"en": "English", "pl": "Polski"}[language])
        page = f"/card?language={language}"
        assert resident.page.url.endswith(page)
    assert not resident.page.context.cookies()
    # The next address differs behind its '#' alone: let the browser load it afresh.
    resident.page.goto("about:blank")
    return page


def test_a_worker_scans_a_card_into_the_form(site: Site, file_town: Town, desktop: Visitor) -> None:
    code = printed(file_town)
    worker = desktop("worker")
    worker.go("/card#" + code.replace("-", ""))
    worker.follow("Meld een signaal met deze kaart")
    assert worker.field("Code op de kaart").input_value() == code.replace("-", "")
    worker.choose("Wat viel je op?", "says_lonely", of="indicators")
    worker.pick("Waar woont de inwoner?", "monster", of="places")
    worker.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
    worker.choose("Wat vraag je van ons?", "contact", of="requests")
    worker.press("Signaal versturen")
    assert worker.heading == worker.said("Je signaal is ontvangen")


def test_a_sheet_of_cards_and_a_single_one(desktop: Visitor) -> None:
    keeper = desktop("administrator")
    keeper.go("/signals/cards")
    keeper.press("Kaarten maken")
    assert keeper.page.locator("section.card svg").count() == 8
    keeper.page.emulate_media(media="print")
    assert not keeper.page.locator(".header").is_visible()
    assert keeper.page.locator("section.card").first.is_visible()


def test_danger_opens_the_help_and_keeps_the_form(desktop: Visitor) -> None:
    worker = desktop("worker")
    worker.go("/signals/log")
    worker.choose("Wat viel je op?", "says_lonely", of="indicators")
    worker.pick("Waar woont de inwoner?", "monster", of="places")
    worker.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
    worker.choose("Wat vraag je van ons?", "contact", of="requests")
    worker.choose("Mogen wij contact opnemen?", "not_asked", of="contact_answers")
    worker.fill("Wat moeten we nog weten?", "Zegt dat hij niet meer wil leven.")
    worker.press("Signaal versturen", status=422)
    assert worker.page.locator("details#help").get_attribute("open") is not None
    assert worker.page.get_by_text("0800-0113").first.is_visible()
    worker.press("Ik heb hulp ingeschakeld")
    assert worker.heading == worker.said("Je signaal is ontvangen")
