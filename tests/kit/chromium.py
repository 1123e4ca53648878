"""Chromium as the distribution ships it, shut off from everything but this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

EXECUTABLE = Path("/usr/bin/chromium")
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


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running browser. Where there is none the test is skipped, or fails if one is required."""
    if not EXECUTABLE.exists():
        missing = f"{EXECUTABLE} is not there: install Debian's chromium to run the browser tests"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{missing} ({REQUIRED}=1)", pytrace=False)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=OPTIONS)
        try:
            yield browser
        finally:
            browser.close()
