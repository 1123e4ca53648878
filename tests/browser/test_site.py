"""The public site in a real browser: on a light desktop, on a dark phone, and on paper.

What a sheet is made of is fitted to A4 with the widest letters that a system may have: those here.
"""

import re
from dataclasses import replace

import pytest
from kit.serving import served
from kit.town import Town
from kit.visit import Visit, Visitor

pytestmark = pytest.mark.browser

PAGES = ("/", "/help", "/privacy-statement", "/card", "/news", "/materials")
SHEETS = {"poster": 1, "small-card": 1, "talk": 2}
REACHED = {
    "team_phone": "0174 00 00 00",
    "team_hours": "maandag t/m vrijdag, 9-12 uur",
    "team_visit": "elke dinsdag van 10 tot 12 uur in het wijkcentrum, Voorbeeldstraat 12",
}
# Without compressing its pages: what Chromium writes.
A_PAGE = re.compile(rb"/Type\s*/Page\b")
# Millimetres that 35 pt are: see the stylesheet of paper.
FROM_THREE_METRES = 35 * 25.4 / 72
MM = 96 / 25.4


def walk(visit: Visit) -> None:
    """Each page by its address, in the visit's language."""
    asked = f"?language={visit.language}"
    for path in PAGES:
        visit.go(path + asked)
    visit.go(f"/{asked}")
    menu = visit.page.locator("nav a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(menu) > 8
    for path in menu:
        visit.go(path)
    for sheet in SHEETS:
        visit.go(f"/materials/{sheet}{asked}")
    names = {one["name"] for one in visit.page.context.cookies()}
    assert names <= {"language"}, "only what the visit brought along"


def test_every_page_and_every_sheet(file_town: Town, desktop: Visitor, phone: Visitor) -> None:
    desk = desktop()
    walk(desk)
    walk(phone())
    rules = replace(file_town.house.settings.first_rules, **REACHED)
    settings = replace(file_town.house.settings, first_rules=rules)
    town = replace(file_town, house=replace(file_town.house, settings=settings))
    page = desk.page
    with served(town) as place:
        for sheet, pages in SHEETS.items():
            for language in ("nl", "en"):
                page.goto(f"{place.address}/materials/{sheet}?language={language}")
                printed = page.pdf(prefer_css_page_size=True)
                assert len(A_PAGE.findall(printed)) == pages, (sheet, language)
                page.emulate_media(media="print", color_scheme="light")
                shown = page.locator("body").inner_text()
                assert place.address.removeprefix("http://") in shown or sheet != "poster"
                assert not page.locator(".screen").first.is_visible()
                if sheet == "poster":
                    sizes = page.locator("h1, main > p:not(.sender), .phone, .phone + p")
                    assert sizes.count() == 5
                    for part in sizes.all():
                        found = part.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
                        assert found / MM >= FROM_THREE_METRES - 0.01
                page.emulate_media(media="null")
