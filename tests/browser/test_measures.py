"""A measure with a resident beside: on a phone, without a script, and on one sheet of paper."""

import re

import pytest
from kit.cases import case_in
from kit.measures import WORDING, after, answered, consented, recorded, supplied
from kit.serving import Site
from kit.town import Town
from kit.visit import Visitor

from signalering.domain.states import CaseState

pytestmark = pytest.mark.browser
SMALLEST = 44


def test_on_a_phone_without_script_it_is_filled_in_and_seen(
    site: Site, file_town: Town, phone: Visitor, desktop: Visitor
) -> None:
    supplied(file_town.house.settings.instance)
    case_id = case_in(file_town, CaseState.SUPPORTED)
    consented(file_town, case_id)
    recorded(file_town, case_id, 0, direct=4, answers=answered(6))
    after(file_town, 3)
    coordinator = phone("coordinator", script=False)
    coordinator.go(f"/cases/{case_id}/measure")
    coordinator.page.locator("#direct-2").check()
    for one, answer in answered(2).items():
        coordinator.page.locator(f"#item_{one}-{answer}").check()
    for choice in coordinator.page.locator(".choices--large > .choice").all():
        box = choice.bounding_box()
        assert box is not None
        assert box["height"] >= SMALLEST
    coordinator.press("Meting bewaren")
    assert "2 out of 6" in coordinator.text
    keeper = desktop("coordinator")
    keeper.go(f"/cases/{case_id}")
    assert keeper.page.get_by_role("img").count() == 2
    keeper.follow(re.compile("Verbeteren"))
    keeper.inspect("a measure put right")


def test_with_script_the_questions_hide_until_they_are_answered(
    site: Site, file_town: Town, desktop: Visitor
) -> None:
    case_id = case_in(file_town, CaseState.SUPPORTED)
    coordinator = desktop("coordinator")
    coordinator.go(f"/cases/{case_id}/measure")
    consented(file_town, case_id)
    coordinator.go(f"/cases/{case_id}/measure")
    assert coordinator.page.locator("#direct-2").is_visible()
    coordinator.choose("Hoe ging het?", "not_possible", of="measure_responses")
    assert not coordinator.page.locator("#direct-2").is_visible()
    coordinator.press("Meting bewaren")
    assert "het kon niet" in coordinator.text


def test_the_questions_fit_one_sheet(site: Site, file_town: Town, desktop: Visitor) -> None:
    # As long as such statements are.
    rows = [
        row | {"nl": f"{row['nl']} {'Een zin van twee regels. ' * 3}"} for row in WORDING["items"]
    ]
    supplied(file_town.house.settings.instance, {**WORDING, "items": rows})
    coordinator = desktop("coordinator")
    coordinator.go("/cases/measure-paper")
    coordinator.page.emulate_media(media="print")
    assert not coordinator.page.get_by_role("heading", level=1).is_visible()
    assert coordinator.page.get_by_text("Verzonnen zin a.").is_visible()
    sheet = coordinator.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
