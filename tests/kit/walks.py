"""A walk through all that one person can open: one page of each kind, found by following links.

Every page is looked at as kit/visit.py does (status, HTML, axe, console, policy, other hosts); a
walk in full also tries it on the narrowest screen and with letters twice as large.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from kit.chromium import DESKTOP, PHONE
from kit.serving import Place
from kit.visit import Visit

START = "/"
_NAMED = re.compile(r"/(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}(?:-?[QH]?[0-9]{1,2})?)(?=/|$)")
# Chapters are texts of one form; a test of their own opens each.
_CHAPTER = re.compile(r"^/guide/.+")
_LINKS = """
() => [...document.querySelectorAll("a[href]:not([download])")]
  .map((link) => link.href).filter((href) => href.startsWith(location.origin))
"""
_LARGE = """
() => { document.documentElement.style.fontSize = "200%"; return null; }
"""
_USUAL = """
() => { document.documentElement.style.fontSize = ""; return null; }
"""
_WIDE = "document.documentElement.scrollWidth - window.innerWidth"
# Anything that would move by itself or glide.
_MOVING = """
() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || /[1-9]/.test(style.transitionDuration);
}).map((element) => element.outerHTML.slice(0, 80))
"""


@dataclass(frozen=True)
class Look:
    """How somebody looks at it."""

    language: str
    colours: str
    screen: str

    @property
    def name(self) -> str:
        """For tables and files."""
        return f"{self.language}-{self.colours}-{self.screen}"

    @property
    def window(self) -> dict[str, Any]:
        """The browser's window."""
        base = DESKTOP if self.screen == "desktop" else PHONE
        locale = {"nl": "nl-NL", "en": "en-GB"}[self.language]
        return {**base, "color_scheme": self.colours, "locale": locale}


LOOKS = tuple(
    Look(language, colours, screen)
    for language in ("nl", "en")
    for colours in ("light", "dark")
    for screen in ("desktop", "phone")
)


@dataclass
class Walked:
    """What a walk came by: each kind of page once, and what was wrong with it."""

    pages: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def visitor(browser: Browser, place: Place, name: str, look: Look) -> Visit:
    """Somebody with this look, not yet logged in."""
    context = browser.new_context(**look.window)
    context.add_cookies([{"name": "language", "value": look.language, "url": place.address}])
    return Visit(context, place, name, language=look.language, narrow=True)


def walk(
    visit: Visit, known: set[str], *, steps: int | None = None, pictures: Path | None = None
) -> Walked:
    """From the first page by links to one page of each kind, pictures of all in this folder.

    Kinds that are `known` were seen elsewhere and are left out; what is found is added to them.
    With `steps` no page is looked at that lies further than so many links away.
    """
    walked = Walked()
    waiting = [(START, 0)]
    while waiting:
        path, far = waiting.pop(0)
        if not _is_page(visit, path):
            continue
        try:
            visit.go(path)
            _look_closer(visit)
        except AssertionError as fault:
            walked.faults.append(str(fault))
        kind = _kind(path)
        walked.pages.append(kind)
        if pictures:
            slug = re.sub(r"[^a-z]+", "-", kind).strip("-") or "home"
            at = pictures / f"{visit.name}-{len(walked.pages):02}-{slug}.png"
            visit.page.screenshot(path=at, full_page=True, scale="css")
        for link in _links(visit) if far != steps else ():
            if _kind(link) not in known:
                known.add(_kind(link))
                waiting.append((link, far + 1))
    return walked


def led_to(visit: Visit) -> set[str]:
    """The kinds of pages that the one that stands there leads to."""
    return {_kind(link) for link in _links(visit)}


def _kind(path: str) -> str:
    """Pages that differ in what they are about alone are of one kind."""
    return _CHAPTER.sub("/guide/*", _NAMED.sub("/*", urlsplit(path).path))


def _links(visit: Visit) -> Iterator[str]:
    for href in visit.page.evaluate(_LINKS):
        parts = urlsplit(href)
        yield f"{parts.path}?{parts.query}" if parts.query else parts.path


def _is_page(visit: Visit, path: str) -> bool:
    """Files are for keeping, and what isn't theirs is asked elsewhere."""
    answer = visit.page.request.get(visit.site.address + path, max_redirects=0)
    return answer.status == 200 and answer.headers["content-type"].startswith("text/html")


def _look_closer(visit: Visit) -> None:
    page = visit.page
    assert page.evaluate(_MOVING) == [], f"{visit.name} at {page.url}: something moves"
    page.evaluate(_LARGE)
    too_wide = page.evaluate(_WIDE)
    page.evaluate(_USUAL)
    assert too_wide <= 0, f"{visit.name} at {page.url}: {too_wide} px too wide with large letters"
