"""A resident reads the pages of a card in Polish too: complete, and nothing besides."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from kit.browser_like import Browser
from kit.routes import rules

from signalering.domain.consent import CONTACT_TEXTS
from signalering.domain.texts import TEXTS
from signalering.web.language import CARD_PAGES
from tests.contracts.tree import PACKAGE

POLISH = PACKAGE / "translations" / "pl" / "LC_MESSAGES" / "messages.po"
# What these pages are made of.
SOURCES = ("templates/public", "forms/public")
CHROME = ("templates/base.html", "templates/errors/429.html", "templates/errors/page.html")
# Refusals that a resident can meet.
REFUSALS = (
    "card_mistyped",
    "card_unknown",
    "consent_tick",
    "consent_text_other",
    "one_way_needed",
    "not_an_address",
    "required",
    "too_long",
    "control_character",
    "direction_override",
    "broken_text",
    "one_line",
    "intake_closed",
    "too_often",
)
NOT_OF_A_CARD = {
    "accessibility.html",
    "chapter.html",
    "guide.html",
    "guide.py",
    "help.html",
    "home.html",
    "privacy.html",
    "info.html",
    "news.html",
    "material.html",
    "materials.html",
    "_blocks.html",
    "_site_base.html",
}
MARKED = re.compile(r"""\b_\(\s*(?:"([^"]+)"|'([^']+)')\s*[,)]""")


@pytest.fixture(scope="module")
def polish() -> Catalog:
    with POLISH.open("rb") as file:
        return read_po(file, abort_invalid=True)


def marked() -> Iterator[str]:
    """The texts that stand in the sources of these pages."""
    files = [PACKAGE / one for one in CHROME]
    for folder in SOURCES:
        files += [
            path for path in (PACKAGE / folder).rglob("*.*") if path.suffix in {".py", ".html"}
        ]
    for path in files:
        if path.name not in NOT_OF_A_CARD:
            for double, single in MARKED.findall(path.read_text("utf-8")):
                yield double or single


def test_every_text_of_these_pages_is_there(polish: Catalog) -> None:
    texts = {message.id if isinstance(message.id, str) else message.id[0] for message in polish}
    wanted = set(marked()) | {TEXTS[code] for code in REFUSALS} | set(CONTACT_TEXTS.values())
    assert len(wanted) > 80
    assert wanted - texts == set()


def test_each_is_whole(polish: Catalog) -> None:
    assert polish.num_plurals == 3
    for message in polish:
        texts = [message.string] if isinstance(message.string, str) else list(message.string)
        assert all(texts), message.id
        assert message.fuzzy is False or message.id == ""


def test_only_these_pages_speak_polish(browser: Browser) -> None:
    browser.post("accounts.language", {"language": "pl", "next": "/card"})
    page = browser.get("public.card")
    assert '<html lang="pl"' in page
    assert "Twoja karta kontaktowa" in page
    assert "Uw contactkaart" not in page
    assert '<html lang="nl"' in browser.get("public.home")
    public = {rule.endpoint for rule in rules(browser.app) if rule.endpoint.startswith("public.")}
    assert public > CARD_PAGES
