"""Chromium as the distribution ships it, shut off from everything but this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

# The one without windows does the same in two thirds of the time; the whole one does as well.
EXECUTABLES = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
REQUIRED = "SIGNALERING_REQUIRE_BROWSER"
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name leads anywhere but to ourselves: a request to another host fails, and is seen.
    "--host-resolver-rules=MAP localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

DESKTOP: dict[str, Any] = {
    "viewport": {"width": 1200, "height": 900},
    "locale": "nl-NL",
    "color_scheme": "light",
}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "locale": "en-GB",
    "color_scheme": "dark",
    "has_touch": True,
    "is_mobile": True,
}


class Windows:
    """Windows to look through, wiped clean for the next: opening one takes as long as five pages.

    Nothing of the last site is left in it: no cookie, no page, no look of its own. What a page may
    store goes by its address, and every site has another.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[tuple[str, bool], list[BrowserContext]] = {}

    def open(
        self, screen: dict[str, Any], *, script: bool = True, own: bool = False
    ) -> BrowserContext:
        """One with this screen; `own` for a new one."""
        free = self._free.setdefault((str(screen), script), [])
        if free and not own:
            return free.pop()
        return self._browser.new_context(**screen, java_script_enabled=script)

    def leave(
        self,
        context: BrowserContext,
        screen: dict[str, Any],
        at: str,
        *,
        script: bool,
        own: bool,
    ) -> None:
        """Somebody else may have it, but for one's own and what can't be wiped.

        It stays `at` something without a script at the site that was visited: no page at all would
        cost a process, and the next visit another.
        """
        if own or len(context.pages) != 1:
            context.close()
            return
        (page,) = context.pages
        page.goto(at)
        page.emulate_media(media="null", color_scheme=screen["color_scheme"])
        page.set_viewport_size(screen["viewport"])
        context.clear_cookies()
        self._free[str(screen), script].append(context)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. Where there is none the test is skipped, or fails if one is required."""
    executable = next((path for path in EXECUTABLES if path.exists()), None)
    if executable is None:
        missing = "no Chromium: install Debian's chromium-headless-shell to run the browser tests"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{missing} ({REQUIRED}=1)", pytrace=False)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=OPTIONS)
        try:
            yield browser
        finally:
            browser.close()
