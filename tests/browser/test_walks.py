"""The demonstration: every log-in works, and each person walks through all that they can open.

One look a person, so that all looks are had in one run; `make walks` takes each person in every
look.
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
    "visitor": 20,
    "frontline": 15,
    "coordinator": 20,
    "manager": 2,
    "administrator": 25,
    "privacy_officer": 5,
    "data_protection_officer": 1,
}


@pytest.mark.timeout(400)
def test_everybody_walks_through_all_their_pages(chromium: Browser, tmp_path: Path) -> None:
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
            assert visit.page.get_by_text(visit.said("Dit is een demonstratie.")).is_visible()
            found = walk(visit, known=known)
            assert found.faults == []
            assert len(found.pages) >= fewest, found.pages
            visit.page.context.close()
