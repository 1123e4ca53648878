"""The demonstration: every log-in works, and each person walks to all that the first page leads to.

One look a person, so that all looks are had in one run. `make walks` goes all the way, in every
look; the pages further in are looked at by the tests of what is done there.
"""

from pathlib import Path

import pytest
from kit.demonstration import demonstration
from kit.walks import LOOKS, visitor, walk
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
    "visitor": 10,
    "frontline": 5,
    "coordinator": 5,
    "manager": 1,
    "administrator": 5,
    "privacy_officer": 2,
    "data_protection_officer": 1,
}


@pytest.mark.timeout(400)
def test_everybody_walks_past_what_their_menus_have(chromium: Browser, tmp_path: Path) -> None:
    with demonstration(tmp_path / "instance") as place:
        assert set(place.log_ins) == set(FIRST_PAGES)
        known: set[str] = set()
        for look, (person, fewest) in zip(LOOKS, FEWEST.items(), strict=False):
            visit = visitor(chromium, place, person, look)
            if person in place.log_ins:
                visit.log_in(person)
                heading, rows = FIRST_PAGES[person]
                assert visit.said(heading) in visit.heading
                assert visit.page.get_by_role("row").count() > rows, person
            found = walk(visit, known, steps=1)
            assert visit.page.get_by_text(visit.said("Dit is een demonstratie.")).is_visible()
            assert found.faults == []
            assert len(found.pages) >= fewest, found.pages
            visit.page.context.close()
