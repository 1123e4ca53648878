"""Other looks in a real browser: another municipality's, and one with a few standard tokens."""

from pathlib import Path

import pytest
from kit.signals import logged
from kit.town import Town
from kit.visit import Visit, Visitor

from tests.contracts.tree import ROOT

pytestmark = pytest.mark.browser

SAMPLE = ROOT / "docs" / "theme"
# As themes of the standard are written: a class around it, colours by way of others, one scheme.
PLAIN = """
:root, .dorp-theme {
  color-scheme: light;
  --dorp-green: #14532d;
  --basis-color-action-1-inverse-bg-default: var(--dorp-green);
  --basis-color-default-bg-document: #f5fff8;
  --basis-text-font-family-default: monospace;
}
"""
LOOK = """() => {
  const style = (place) => getComputedStyle(document.querySelector(place));
  return [style("body").backgroundColor, style(".header").borderBlockStartColor,
          style("h1").fontFamily.split(",")[0]];
}"""


def walk(visit: Visit, *paths: str) -> list[str]:
    """Every page is looked at, by axe too; how the last one looks."""
    for path in paths:
        visit.go(path)
    look: list[str] = visit.page.evaluate(LOOK)
    return look


def wears(town: Town, css: str) -> Path:
    folder = town.house.settings.instance
    folder.mkdir(exist_ok=True)
    (folder / "theme.css").write_text(css)
    return folder


def test_another_municipality_in_light_and_dark(
    file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    folder = wears(file_town, (SAMPLE / "zonnedorp.css").read_text())
    (folder / "logo.svg").write_bytes((SAMPLE / "zonnedorp.svg").read_bytes())
    logged(file_town)
    desk, away = desktop("coordinator"), phone("worker")
    look = walk(desk, "/signals/inbox", "/card", "/help")
    assert look == ["rgb(255, 255, 255)", "rgb(43, 58, 158)", "Georgia"]
    assert desk.page.locator(".brand img").evaluate("one => one.naturalWidth") > 0
    look = walk(away, "/signals/log", "/signals/mine")
    assert look == ["rgb(16, 20, 31)", "rgb(170, 183, 250)", "Georgia"]


def test_a_few_standard_tokens_and_a_choice_against_the_device(
    file_town: Town, phone: Visitor
) -> None:
    away = phone(own=True)
    away.go("/scheme")
    dark = away.page.evaluate(LOOK)[0]
    away.page.get_by_label(away.said("Altijd licht")).check()
    away.press("Bewaren")
    light = away.page.evaluate(LOOK)[0]
    assert (dark, light) == ("rgb(25, 23, 20)", "rgb(250, 247, 242)")
    away.page.get_by_label(away.said("Altijd donker")).check()
    away.press("Bewaren")
    assert away.page.evaluate(LOOK)[0] == dark
    wears(file_town, PLAIN)
    look = walk(away, "/log-in")
    assert look == ["rgb(245, 255, 248)", "rgb(20, 83, 45)", "monospace"]
