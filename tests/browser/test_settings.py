"""The room of settings in a real browser: a number, a closing day, and how all stands."""

import pytest
from kit.serving import Site
from kit.settings import closed_on, decided
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_on_a_phone_without_script(site: Site, file_town: Town, phone: Visitor) -> None:
    decided(file_town, "card_days", "30")
    closed_on(file_town, file_town.clock.today())
    keeper = phone("administrator", script=False)
    keeper.go("/settings")
    keeper.go("/settings/card-days")
    keeper.page.locator("#value").fill("1000")
    keeper.page.locator("main form button[type=submit]").first.click()
    assert "1000" in keeper.page.content()
    keeper.go("/settings/good-friday")
    keeper.go("/settings/closing-days")
    keeper.go("/state")
