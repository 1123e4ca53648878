"""The page of keys for open data, and what a manager takes along, in Chromium."""

import re
from datetime import timedelta

import pytest
from kit.open_data import made
from kit.published import publish
from kit.serving import Site
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_a_key_is_made_and_withdrawn_on_a_desktop(site: Site, desktop: Visitor) -> None:
    keeper = desktop("administrator")
    keeper.follow("Open data")
    keeper.fill("Voor welk programma?", "Dashboard")
    keeper.fill("Laatste dag", site.town.clock.today().isoformat())
    keeper.press("Sleutel maken", 422)
    keeper.fill("Laatste dag", (site.town.clock.today() + timedelta(days=90)).isoformat())
    keeper.press("Sleutel maken")
    token = keeper.page.locator("strong.reference").first.inner_text()
    answer = keeper.page.request.get(
        f"{site.address}/open-data/v1/periods", headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status == 200
    assert answer.json()["class"] == "collection"
    withdraw = keeper.page.get_by_role("button", name=re.compile("^Intrekken.*Dashboard$"))
    keeper.leads(withdraw.click)
    assert "Het programma krijgt niets meer." in keeper.text
    assert token not in keeper.text


def test_the_page_fits_a_phone_in_english(site: Site, phone: Visitor) -> None:
    made(site.town, "Een programma met een lange naam van de gemeente")
    keeper = phone("administrator")
    keeper.go("/open-data/keys")
    assert "For which program?" in keeper.text


def test_a_manager_takes_a_workbook_along(site: Site, desktop: Visitor) -> None:
    publish(site.town, [2025])
    manager = desktop("manager")
    manager.go("/statistics")
    with manager.page.expect_download() as taken:
        manager.page.get_by_role("link", name="ODS").first.click()
    assert taken.value.suggested_filename.startswith("signalering-2025")
    manager.go("/statistics")
    assert "Hoe staat de coalitie ervoor?" in manager.text


def test_the_overview_fits_a_phone_in_english(site: Site, phone: Visitor) -> None:
    publish(site.town, [2025])
    manager = phone("manager")
    manager.go("/statistics")
    assert "How is the coalition doing?" in manager.text
