"""The letter to a resident, and feedback: on paper where an envelope's window shows it."""

from dataclasses import replace

import pytest
from kit.cases import case_in, opened, tried
from kit.serving import Site
from kit.signals import CONTACT, a_signal
from kit.town import Town
from kit.visit import Visit, Visitor

from signalering.domain.states import AttemptResult, CaseState, Channel

pytestmark = pytest.mark.browser
MM = 96 / 25.4
# What browsers leave free on each side of a sheet, unless they are told otherwise.
MARGIN = 10
A4_WIDTH, A4_HEIGHT = 210, 297
# A left window of a C5/6 envelope, as far as the sheet behind it may slip (DIN 680, EN 5008).
WINDOW_LEFT, WINDOW_TOP, WINDOW_BOTTOM = 20, 45, 80


def _box(visit: Visit, selector: str) -> dict[str, float]:
    box = visit.page.locator(selector).bounding_box()
    assert box is not None
    return {name: value / MM for name, value in dict(box).items()}


def test_the_address_stands_behind_the_window_and_nothing_else_on_the_sheet(
    site: Site, file_town: Town, desktop: Visitor
) -> None:
    contact = replace(CONTACT, address="Heenweg 12 bis, 2691 XX Proefdorp aan de Noordzee")
    case_id = opened(file_town, command=a_signal(contact_answer="yes_details", contact=contact))
    tried(file_town, case_id, AttemptResult.NO_ANSWER, Channel.PHONE)
    coordinator = desktop("coordinator")
    coordinator.go(f"/cases/{case_id}/letter")
    coordinator.inspect("the letter")
    page = coordinator.page
    page.emulate_media(media="print", color_scheme="light")
    sheet = int((A4_WIDTH - 2 * MARGIN) * MM), int((A4_HEIGHT - 2 * MARGIN) * MM)
    page.set_viewport_size({"width": sheet[0], "height": sheet[1]})
    address, letter = _box(coordinator, "address"), _box(coordinator, ".cards")
    assert WINDOW_LEFT <= MARGIN + address["x"] <= WINDOW_LEFT + 5
    assert MARGIN + address["y"] >= WINDOW_TOP
    assert MARGIN + address["y"] + address["height"] <= WINDOW_BOTTOM
    assert MARGIN + letter["y"] + letter["height"] <= A4_HEIGHT - MARGIN
    words = page.locator("body").inner_text()
    assert words.startswith("Truida Verzonnen\nHeenweg 12 bis\n2691 XX Proefdorp")
    assert "ignal" not in page.title() + words


def test_closing_and_telling_by_hand(site: Site, file_town: Town, phone: Visitor) -> None:
    case_id = case_in(file_town, CaseState.CONTACTING)
    coordinator = phone("coordinator")
    coordinator.go(f"/cases/{case_id}/close")
    coordinator.page.locator("#outcome-not_reached").check()
    coordinator.page.locator("#card_left").check()
    coordinator.inspect("closing")
    coordinator.press("Close")
    coordinator.inspect("a closed case")
    coordinator.follow("Give feedback")
    coordinator.page.locator("#line-thanks").check()
    coordinator.inspect("feedback")
    coordinator.press("Save")
    assert "Feedback to the reporter" in coordinator.text
