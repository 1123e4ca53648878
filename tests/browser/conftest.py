"""One Chromium a worker; a served town for each test, and a window that holds nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from kit.chromium import DESKTOP, PHONE, Windows
from kit.chromium import chromium as running
from kit.serving import Place, Site, served
from kit.town import Town
from kit.visit import Visit, Visitor
from playwright.sync_api import Browser

from signalering.web.assets import assets

ICON = assets()["icon.svg"].digest


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


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Windows:
    """Windows that one test after another looks through."""
    return Windows(chromium)


@pytest.fixture
def desktop(windows: Windows, site: Site) -> Iterator[Visitor]:
    """Make visits in Dutch, on a light desktop: `desktop("worker")` is logged in.

    `own=True` is for what a window can't be rid of: it is nobody's before and after.
    """
    yield from _visitors(windows, site, DESKTOP)


@pytest.fixture
def phone(windows: Windows, site: Site) -> Iterator[Visitor]:
    """Make visits in English, on a dark phone; no page of them may scroll sideways at 320 px."""
    yield from _visitors(windows, site, PHONE, language="en", narrow=True)


def _visitors(
    windows: Windows, site: Place, screen: dict[str, Any], **kind: Any
) -> Iterator[Visitor]:
    visits: list[tuple[Visit, bool]] = []

    def visit(key: str | None = None, *, script: bool = True, own: bool = False) -> Visit:
        context = windows.open(screen, script=script, own=own)
        if kind.get("language"):
            context.add_cookies(
                [{"name": "language", "value": kind["language"], "url": site.address}]
            )
        made = Visit(context, site, key or "nobody", script=script, **kind)
        visits.append((made, own))
        return made.log_in(key) if key else made

    yield visit
    for made, own in visits:
        made.end()
        at = f"{site.address}/static/{ICON}/icon.svg"
        windows.leave(made.page.context, screen, at, script=made.script, own=own)
