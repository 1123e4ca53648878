"""The demonstration: every log-in works, and each person walks to all that the first page leads to.

Each in another look. `make walks` goes all the way, in every look; open pages have tests of their
own, and pages further in are looked at by the tests of what is done there.
"""

from pathlib import Path

import pytest
from kit.demonstration import demonstration
from kit.walks import LOOKS, led_to, visitor, walk
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# What the first page of each hat shows, and how many rows it has at least.
FIRST_PAGES = {
    "frontline": ("Mijn signalen", 5),
    "coordinator": ("Vandaag", 1),
    "manager": ("Cijfers", 5),
    "administrator": ("Accounts", 9),
    "privacy_officer": ("Logboek", 50),
    "data_protection_officer": ("Verantwoording", 50),
}
# Kinds of pages that nobody before them had: fewer would mean that the walk lost its way.
FEWEST = {
    "coordinator": 5,
    "administrator": 5,
    "privacy_officer": 2,
    "frontline": 1,
    "manager": 1,
    "data_protection_officer": 1,
}


@pytest.mark.timeout(600)
def test_everybody_walks_past_what_their_menus_have(chromium: Browser, tmp_path: Path) -> None:
    with demonstration(tmp_path / "instance") as place:
        assert set(place.log_ins) == set(FIRST_PAGES) == set(FEWEST)
        nobody = visitor(chromium, place, "visitor", LOOKS[-1])
        nobody.go("/")
        known = led_to(nobody)
        nobody.page.context.close()
        for look, (person, fewest) in zip(LOOKS, FEWEST.items(), strict=False):
            visit = visitor(chromium, place, person, look)
            visit.log_in(person)
            heading, rows = FIRST_PAGES[person]
            assert visit.said(heading) in visit.heading
            assert visit.page.get_by_role("row").count() > rows, person
            assert visit.page.get_by_text(visit.said("Dit is een demonstratie.")).is_visible()
            found = walk(visit, known, steps=1)
            assert found.faults == []
            assert len(found.pages) >= fewest, found.pages
            visit.page.context.close()
