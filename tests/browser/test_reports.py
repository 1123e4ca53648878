"""Reports in a real browser: nothing for axe to say, and on paper the matter alone."""

import re

import pytest
from kit.published import publish
from kit.serving import Site
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser


def test_a_report_is_read_on_a_desktop_and_on_a_phone(
    site: Site, file_town: Town, desktop: Visitor, phone: Visitor
) -> None:
    publish(file_town, [2024, 2025], 200)
    for visitor in (desktop("manager"), phone("manager")):
        for path in (
            "/statistics/reports",
            "/statistics/report?period=2025",
            "/statistics/report?period=2025Q1",
            "/statistics/alderman?period=2025H1",
            "/statistics/alderman?period=2025",
        ):
            visitor.go(path)
    coordinator = phone("coordinator")
    # Another language leads back to the same report.
    coordinator.go("/statistics/report?period=2025Q1")
    coordinator.page.get_by_role("button", name="Nederlands").click()
    assert coordinator.page.url.endswith("/statistics/report?period=2025Q1")
    coordinator.page.get_by_role("button", name="English").click()
    coordinator.go("/statistics/foreword?period=2025H1")
    coordinator.page.locator("#text").fill("Together we look after each other.")
    coordinator.press("Voorwoord bewaren")
    assert "Together we look after each other." in coordinator.text


def test_on_paper_it_has_no_buttons_and_no_menu(
    site: Site, file_town: Town, desktop: Visitor
) -> None:
    publish(file_town, [2024, 2025], 200)
    manager = desktop("manager")
    manager.go("/statistics/report?period=2025Q1")
    manager.page.emulate_media(media="print")
    assert manager.page.get_by_role("heading", level=1).is_visible()
    assert not manager.page.locator(".button-group").first.is_visible()
    assert not manager.page.get_by_role("navigation").first.is_visible()
    sheets = manager.page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", sheets)) <= 4
