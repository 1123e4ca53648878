"""The demonstration: every log-in works, every page says what it is, and there is much to see."""

from pathlib import Path

import pytest
from kit.chromium import DESKTOP
from kit.demonstration import demonstration
from kit.visit import Visit
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


@pytest.mark.timeout(300)
def test_everybody_gets_in_and_sees_something(chromium: Browser, tmp_path: Path) -> None:
    with demonstration(tmp_path / "instance") as place:
        assert set(place.log_ins) == set(FIRST_PAGES)
        for hat, (heading, rows) in FIRST_PAGES.items():
            context = chromium.new_context(**DESKTOP)
            visit = Visit(context, place, hat).log_in(hat)
            assert heading in visit.heading
            assert visit.page.get_by_text("Dit is een demonstratie.").is_visible()
            assert visit.page.get_by_role("row").count() > rows, hat
            context.close()
