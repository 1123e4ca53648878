"""A change of keys in Chromium: the script presses on by itself, and a button does without it."""

import pytest
from kit.serving import Site
from kit.signals import logged
from kit.visit import Visitor
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REASON = "Iemand is weg of mag hem niet meer gebruiken"


def test_the_page_goes_on_by_itself_until_it_is_done(site: Site, desktop: Visitor) -> None:
    logged(site.town)
    coordinator = desktop("coordinator")
    coordinator.go("/keys/rotate")
    coordinator.page.get_by_label(REASON).check()
    # Nobody presses "Ga door", and no page stands still long enough to be looked at before the end.
    coordinator.page.get_by_role("button", name="Sleutel wisselen").click()
    expect(coordinator.page.get_by_text("De sleutel is gewisseld.")).to_be_visible(timeout=60_000)
    expect(coordinator.page.get_by_role("progressbar")).to_have_count(0)
    coordinator.inspect("after the change")


def test_without_a_script_the_button_does(site: Site, desktop: Visitor) -> None:
    logged(site.town)
    coordinator = desktop("coordinator", script=False)
    coordinator.go("/keys/rotate")
    coordinator.page.get_by_label(REASON).check()
    coordinator.press("Sleutel wisselen")
    pressed = 0
    while coordinator.page.get_by_role("progressbar").count():
        coordinator.press("Ga door")
        pressed += 1
        assert pressed < 20
    assert pressed
    assert "De sleutel is gewisseld." in coordinator.text
