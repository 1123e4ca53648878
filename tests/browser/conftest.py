"""One Chromium a worker; a served town and fresh contexts for each test."""

from collections.abc import Iterator
from typing import Any

import pytest
from kit.chromium import DESKTOP, PHONE
from kit.chromium import chromium as running
from kit.serving import Place, Site, served
from kit.town import Town
from kit.visit import Visit, Visitor
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser that all tests of this worker share."""
    with running() as browser:
        yield browser


@pytest.fixture
def site(file_town: Town) -> Iterator[Site]:
    """A settled town, served on loopback."""
    with served(file_town) as site:
        yield site


@pytest.fixture
def desktop(chromium: Browser, site: Site) -> Iterator[Visitor]:
    """Make visits in Dutch, on a light desktop: `desktop("worker")` is logged in."""
    yield from _visitors(chromium, site, DESKTOP)


@pytest.fixture
def phone(chromium: Browser, site: Site) -> Iterator[Visitor]:
    """Make visits in English, on a dark phone; no page of them may scroll sideways at 320 px."""
    yield from _visitors(chromium, site, PHONE, language="en", narrow=True)


def _visitors(
    chromium: Browser, site: Place, screen: dict[str, Any], **kind: Any
) -> Iterator[Visitor]:
    contexts = []

    def visit(key: str | None = None, *, script: bool = True) -> Visit:
        context = chromium.new_context(**screen, java_script_enabled=script)
        contexts.append(context)
        if kind.get("language"):
            context.add_cookies(
                [{"name": "language", "value": kind["language"], "url": site.address}]
            )
        made = Visit(context, site, key or "nobody", script=script, **kind)
        return made.log_in(key) if key else made

    yield visit
    for context in contexts:
        context.close()
