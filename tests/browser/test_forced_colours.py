"""A system's own colours in place of ours: what a ground tells, a border or a line tells as well.

axe reckons with our colours, so it doesn't look here: what they are now is the system's own matter.
"""

import pytest
from kit.cases import case_in
from kit.published import publish
from kit.town import Town
from kit.visit import Visit, Visitor

from signalering.domain.states import CaseState

pytestmark = pytest.mark.browser
_SYSTEM = """
(names) => names.map((name) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = name;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
})
"""
_STYLES = """
(elements, name) =>
  [...new Set(elements.map((element) => getComputedStyle(element).getPropertyValue(name)))]
"""
_RING = """
() => { const style = getComputedStyle(document.activeElement);
        return [style.outlineStyle, parseFloat(style.outlineWidth) >= 2, style.outlineColor]; }
"""


def styles(visit: Visit, where: str, name: str) -> list[str]:
    """What all these have for this property; there is at least one."""
    found: list[str] = visit.page.locator(where).evaluate_all(_STYLES, name)
    assert found, where
    return found


def test_nothing_is_told_by_a_ground_alone(file_town: Town, desktop: Visitor) -> None:
    publish(file_town, (2025, 2026), 110)
    case = case_in(file_town, CaseState.IN_CONVERSATION)
    keeper = desktop("coordinator", own=True)
    page = keeper.page
    page.emulate_media(forced_colors="active")
    ground, ink, marked = page.evaluate(_SYSTEM, ["Canvas", "CanvasText", "Highlight"])
    assert len({ground, ink, marked}) == 3

    page.goto(f"{keeper.site.address}/statistics/where?period=2026")
    assert styles(keeper, "svg.trend rect:not([fill])", "fill") == [ground]
    assert styles(keeper, "svg.trend rect", "stroke") == [ink]
    assert styles(keeper, "svg.trend text", "fill") == [ink]
    here, elsewhere = ".navigation__link[aria-current]", ".navigation__link:not([aria-current])"
    assert styles(keeper, here, "border-block-end-color") == [marked]
    assert styles(keeper, elsewhere, "border-block-end-color") == [ground]

    page.goto(f"{keeper.site.address}/cases/{case}")
    key = page.locator(".timeline__entry--key").first
    dot = "(entry) => getComputedStyle(entry, '::before').backgroundColor"
    assert key.evaluate(dot) == marked
    assert styles(keeper, ".badge", "border-top-color") == [ink]
    assert "none" not in styles(keeper, ".badge, .card, .fold", "border-top-style")

    page.goto(f"{keeper.site.address}/signals/log")
    assert styles(keeper, "main .button--primary", "border-top-color") == [marked]
    assert styles(keeper, "main .button--secondary", "border-top-color") != [marked]
    for element in ("summary", "input[type=checkbox]", "select", ".button--primary"):
        page.locator(f"main {element}").locator("visible=true").first.focus()
        style, wide, colour = page.evaluate(_RING)
        assert (style, wide) == ("solid", True), element
        assert colour != ground, element
