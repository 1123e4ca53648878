"""Pages of figures in a real browser: both languages, light and dark, wide and narrow, on paper."""

import pytest
from kit.published import publish
from kit.town import Town
from kit.visit import Visitor

pytestmark = pytest.mark.browser
PATHS = (
    "/statistics",
    "/statistics/where?period=2026",
    "/statistics/by-whom?period=2026",
    "/statistics/why",
    "/statistics/results",
    "/statistics/gap",
    "/statistics/compare",
    "/statistics/where?period=2026Q4",
)


def test_on_a_desktop_in_dutch(file_town: Town, desktop: Visitor) -> None:
    publish(file_town, (2025, 2026), 110)
    manager = desktop("manager")
    for path in PATHS:
        manager.go(path)
        manager.inspect(path)


def test_on_a_dark_phone_in_english(file_town: Town, phone: Visitor) -> None:
    publish(file_town, (2025, 2026), 200)
    coordinator = phone("coordinator")
    for path in PATHS:
        coordinator.go(path)
        coordinator.inspect(path)


def test_on_paper_a_picture_is_whole_and_not_wider_than_the_sheet(
    file_town: Town, desktop: Visitor
) -> None:
    publish(file_town, (2025, 2026), 110)
    manager = desktop("manager")
    manager.go("/statistics/results")
    page = manager.page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1046})
    for picture in page.locator("svg.trend").all():
        box = picture.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 718
    assert not page.locator("nav").first.is_visible()


def test_words_in_pictures_are_large_enough_on_a_phone(file_town: Town, phone: Visitor) -> None:
    publish(file_town, (2026,), 110)
    coordinator = phone("coordinator")
    for path in ("/statistics", "/statistics/where?period=2026", "/statistics/results"):
        coordinator.go(path)
        sizes = coordinator.page.evaluate(
            """() => [...document.querySelectorAll('svg.trend text')].map((text) =>
              parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
        )
        assert sizes
        assert min(sizes) >= 11.5
