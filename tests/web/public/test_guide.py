"""The guide says what the screens say, in both languages, and explains every page of a menu."""

import re

import pytest
from babel.messages.pofile import read_po
from kit.browser_like import BASE, Browser
from kit.routes import rules
from kit.town import Town
from kit.valid import assert_valid

from signalering.domain.access import ENDPOINTS
from signalering.domain.guide import CHAPTERS
from signalering.domain.guide_search import search
from signalering.domain.languages import LANGUAGES
from signalering.domain.site import GuidePart, SiteText
from signalering.domain.site_file import read_site
from signalering.services.public.site import GUIDE, check, packaged
from signalering.web.presenting import NAVIGATION
from tests.contracts.tree import PACKAGE


@pytest.fixture(scope="module")
def screens() -> dict[str, set[str]]:
    """Every text of the screens, by language; those of closed lists too."""
    with (PACKAGE / "translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        said = [(str(one.id), str(one.string)) for one in read_po(file)]
    for path in sorted((PACKAGE / "data").glob("*.json")):
        said += re.findall(r'"nl": "(.*?)",\s*"en": "(.*?)"', path.read_text("utf-8"))
    return {"nl": {dutch for dutch, _ in said}, "en": {english for _, english in said}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_bold_stands_so_on_a_screen(screens: dict[str, set[str]], language: str) -> None:
    """Whoever renames a button renames it in the guide too."""
    unsaid = [
        (slug, span.text)
        for slug, text in packaged(language, GUIDE).items()
        for block in text.blocks
        for line in block.lines
        for span in line
        if span.bold and span.text not in screens[language]
    ]
    assert unsaid == []


def test_every_page_of_a_menu_has_its_chapter(browser: Browser) -> None:
    assert {endpoint for endpoint, _ in NAVIGATION} <= set(CHAPTERS)
    assert set(CHAPTERS) <= {rule.endpoint for rule in rules(browser.app)}
    for language in LANGUAGES:
        assert set(CHAPTERS.values()) <= set(packaged(language, GUIDE))


def test_every_part_has_chapters() -> None:
    assert {text.part for text in packaged("nl", GUIDE).values()} == set(GuidePart)
    for slug, text in packaged("nl", GUIDE).items():
        assert packaged("en", GUIDE)[slug].part is text.part


def written(**texts: str) -> dict[str, SiteText]:
    """Chapters by slug, from what a file holds."""
    found = {slug: read_site(f"title: {slug}\n\n{body}")[0] for slug, body in texts.items()}
    return {slug: text for slug, text in found.items() if text is not None}


def test_a_search_minds_no_accents_capitals_or_beginnings() -> None:
    texts = written(
        one="Een coördinator belt.\n\n## De contactkaart\n\nGeef hem mee.", two="Niets."
    )
    for asked in ("COORDINATOR", "coördin", "ordinator"):
        assert [(found.slug, found.at) for found in search(texts, asked)] == [("one", None)]
    (found,) = search(texts, "kaart")
    assert (found.heading, found.at) == ("De contactkaart", 1)
    assert search(texts, "coordinator kaart") == ()
    assert search(texts, "...") == ()


def test_what_stands_in_a_heading_comes_first_and_a_snippet_shows_the_word() -> None:
    long = "woord " * 60
    texts = written(a=f"{long} de sleutel {long}", b="Iets.\n\n## Sleutel\n\nGeven.")
    first, second = search(texts, "sleutel")
    assert (first.slug, second.slug) == ("b", "a")
    said = "".join(span.text for span in second.snippet)
    assert [span.text for span in second.snippet if span.bold] == ["sleutel"]
    assert len(said) < 220


def test_a_word_typed_again_weighs_no_more() -> None:
    texts = written(one="## Signaal\n\nEen kaart.", two="## Kaartje\n\nEen signaal.")
    for asked in ("kaart signaal", "kaart signaal kaart kaart"):
        assert [found.slug for found in search(texts, asked)] == ["one", "two"]


def test_short_words_are_found_whole() -> None:
    texts = written(one="Druk op a.", two="Dag allemaal.")
    assert [found.slug for found in search(texts, "a")] == ["one"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_valid_and_remembers_nobody(browser: Browser, language: str) -> None:
    pages = ["/guide", "/guide?q=a", *(f"/guide/{slug}" for slug in packaged(language, GUIDE))]
    for path in pages:
        sign = "&" if "?" in path else "?"
        answer = browser.client.get(f"{path}{sign}language={language}", base_url=BASE)
        text = answer.get_data(as_text=True)
        assert answer.status_code == 200, path
        assert_valid(text)
        assert f'<html lang="{language}">' in text
        assert text.count("<h1") == 1
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["X-Robots-Tag"] == "noindex"


def test_a_coalition_has_its_own_chapters(browser: Browser, file_town: Town) -> None:
    folder = file_town.house.settings.instance / GUIDE
    for language in LANGUAGES:
        (folder / language).mkdir(parents=True)
        (folder / language / "inbox.md").write_text("title: -\nkind: hidden\n")
        (folder / language / "ours.md").write_text("title: Ons\npart: privacy\n\n1. Bel\n2. Wacht")
    assert check(file_town.house.settings.instance) == ()
    browser.open("/guide/inbox", 404)
    assert "<ol>" in browser.open("/guide/ours")
    browser.log_in("coordinator")
    assert "/guide/inbox" not in browser.get("signals.inbox")
    (folder / "nl" / "ours.md").write_text("title: Ons\npart: nobody\n\nx")
    assert [name for name, _ in check(file_town.house.settings.instance)] == [
        "guide/nl/ours.md",
        "guide/en/ours.md",
    ]


def test_the_page_finds_and_leads_to_the_place(browser: Browser) -> None:
    page = browser.open("/guide?q=wachtzin+KWIJT")
    assert "/guide/lost-passphrase" in page
    assert "<strong>" in page
    assert "Er is niets gevonden" in browser.open("/guide?q=qqqq")
    assert "/guide/lost-passphrase" in browser.open("/guide?q=" + "x" * 5000)
    english = browser.open("/guide?q=passphrase&language=en")
    assert "/guide/lost-passphrase?language=en" in english
    target = re.search(r'href="(/guide/[a-z-]+)\?language=en#(b\d+)"', english)
    assert target is not None
    assert f'id="{target[2]}"' in browser.open(f"{target[1]}?language=en")


def test_a_page_leads_to_its_chapter_unless_it_is_a_residents(browser: Browser) -> None:
    assert 'href="/guide/log-in"' in browser.open("/log-in")
    assert "/guide/contact-card" not in browser.open("/card")
    browser.log_in("worker")
    assert 'href="/guide/training"' in browser.open("/training/talk")
    browser.log_in("coordinator")
    assert 'href="/guide/contact-card"' in browser.open("/card")
    assert 'href="/guide/inbox"' in browser.get("signals.inbox")
    assert all(CHAPTERS[endpoint] for endpoint, _ in NAVIGATION if endpoint in ENDPOINTS)
