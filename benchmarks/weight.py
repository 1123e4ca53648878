"""What each page weighs over the wire, with all that it loads; nothing may come from elsewhere.

Pages go out uncompressed (docs/decisions and deploy/ say why), stylesheet and script compressed:
what goes over the wire is counted. It is a first visit: nothing is in the browser's cache yet.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from flask import Flask
from kit.browser_like import BASE, Browser, app_of, close
from kit.cases import opened
from kit.routes import rules
from werkzeug.test import TestResponse

from benchmarks import case_page, inbox, towns
from benchmarks.measure import Row, errorless, size

KB = 1000
MOST = 60
PEOPLE: tuple[str, ...] = (
    "",
    "worker",
    "coordinator",
    "manager",
    "administrator",
    "privacy_officer",
)
# A link, a picture, a script or a stylesheet that a browser fetches without being asked.
FETCHED = re.compile(
    r"""<(?:script|img|source|iframe|embed|track|video|audio)[^>]*?\ssrc="([^"]+)"|"""
    r"""<link(?=[^>]*rel="(?:stylesheet|icon|preload|manifest|modulepreload)")[^>]*?href="([^"]+)\""""
)
SIGNALS = 200


def rows() -> Iterator[Row]:
    """Every page without an id in its address, as everybody who may open it, and a long case."""
    with towns.town() as town:
        app = app_of(town)
        case_id = opened(town)
        case_page.fill(town, case_id)
        inbox.fill(town, SIGNALS)
        long = f"/cases/{case_id}"
        weighed: dict[str, int] = {}
        elsewhere: set[str] = set()
        for key in PEOPLE:
            browser = Browser(app, town)
            if key:
                browser.log_in(key)
            for path in (*_paths(app), long):
                for weight, others in _weight(browser, path):
                    weighed[path] = max(weight, weighed.get(path, 0))
                    elsewhere |= others
        close(app)
    case = weighed.pop(long)
    path, most = max(weighed.items(), key=lambda one: one[1])
    yield size(f"heaviest of {len(weighed)} pages ({path})", most / KB, MOST, "kB")
    yield size(f"page of a case with {case_page.ENTRIES} entries", case / KB, MOST, "kB")
    yield errorless("fetched by a page from elsewhere", len(elsewhere), len(weighed))


def _paths(app: Flask) -> list[str]:
    found = [rule for rule in rules(app) if "GET" in (rule.methods or ()) and not rule.arguments]
    return sorted({rule.rule for rule in found})


def _weight(browser: Browser, path: str) -> Iterator[tuple[int, set[str]]]:
    """Bytes of a page with what it fetches, and what of that lies elsewhere; nothing for others."""
    answer = _asked(browser, path)
    if answer.status_code != 200 or answer.mimetype != "text/html":
        return
    fetched = {one or other for one, other in FETCHED.findall(answer.text)}
    ours = {one for one in fetched if not urlsplit(one).netloc and not one.startswith("data:")}
    parts = [_asked(browser, one) for one in ours]
    weight = sum(len(part.data) for part in (answer, *parts))
    yield weight, {one for one in fetched - ours if not one.startswith("data:")}


def _asked(browser: Browser, path: str) -> TestResponse:
    return browser.client.get(path, base_url=BASE, headers={"Accept-Encoding": "gzip, deflate, br"})
