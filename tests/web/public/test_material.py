"""A sheet to print: its text and nothing else, in three forms."""

from dataclasses import replace
from pathlib import Path

import pytest
from kit.browser_like import BASE, Browser, app_of, close
from kit.town import Town

from signalering.services.accounts.totp import qr_code

SHEETS = Path("signalering/static/paper")
MOST_BYTES = 6_000
LANGUAGES = ("nl", "en")


def settled(town: Town, **changes: str) -> Browser:
    """A browser at an installation with these settings."""
    rules = replace(town.house.settings.first_rules, **changes)
    settings = replace(town.house.settings, first_rules=rules)
    town = replace(town, house=replace(town.house, settings=settings))
    return Browser(app_of(town), town)


def test_the_stylesheet_of_paper_stays_small() -> None:
    assert 0 < sum(sheet.stat().st_size for sheet in SHEETS.glob("*.css")) < MOST_BYTES


@pytest.mark.parametrize("slug", ["poster", "small-card", "talk"])
def test_a_sheet_has_no_menu_and_no_buttons(file_town: Town, slug: str) -> None:
    browser = settled(
        file_town,
        team_phone="0174 12 34 56",
        team_hours="ma t/m vr, 9-12 uur",
        team_visit="elke dinsdag in de bibliotheek",
    )
    for language in LANGUAGES:
        page = browser.open(f"/materials/{slug}?language={language}")
        for unwanted in ("<nav", "<button", "<form", "<script", "<footer"):
            assert unwanted not in page
        sheet = page[page.index("<main") :]
        # On paper a link leads nowhere, but for the numbers of the help.
        assert sheet.count("<a ") == sheet.count('<a href="tel:')
        for told in ("0174 12 34 56", "ma t/m vr, 9-12 uur", "elke dinsdag in de bibliotheek"):
            assert told in sheet
    close(browser.app)


def test_the_poster_leads_to_the_page_for_who_is_lonely(browser: Browser) -> None:
    page = browser.open("/materials/poster")
    assert "<svg" in page
    assert f'Of kijk op <span class="nowrap">{BASE.removeprefix("https://")}' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_paper_leads_to_a_page_that_is_there(
    browser: Browser, file_town: Town, language: str
) -> None:
    sheet = f"/materials/poster?language={language}"
    assert qr_code(f"{BASE}/info/yourself?language={language}") in browser.open(sheet)
    own = file_town.house.settings.instance / "site" / language / "yourself.md"
    own.parent.mkdir(parents=True)
    for taken_away in ("title: -\nkind: hidden", "title: X\nkind: material\n\nx"):
        own.write_text(taken_away)
        browser.open(f"/info/yourself?language={language}", 404)
        assert qr_code(f"{BASE}/?language={language}") in browser.open(sheet)


def test_six_cards_on_a_sheet(browser: Browser) -> None:
    page = browser.open("/materials/small-card")
    assert page.count('<section class="cut">') == 6
    assert page.count("<h1") == 1


def test_without_a_number_a_sheet_names_who_can_be_asked(file_town: Town) -> None:
    browser = settled(file_town, team_phone="", team_hours="", team_visit="")
    assert "Vraag ernaar bij de huisarts" in browser.open("/materials/poster")
    close(browser.app)


@pytest.mark.parametrize("path", ["/materials/lonely", "/materials/none", "/info/poster"])
def test_only_sheets_are_sheets(browser: Browser, path: str) -> None:
    browser.open(path, 404)
