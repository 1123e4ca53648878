"""A walk through all that one person can open: one page of each kind, found by following links.

Every page is looked at as kit/visit.py does (status, HTML, axe, console, policy, other hosts); a
walk in full also tries it on the narrowest screen and with letters twice as large, and sends each
form empty, to see the answer that says what is missing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Response

from kit.chromium import DESKTOP, PHONE
from kit.serving import Place
from kit.visit import Visit

START = "/"
LANGUAGES = ("nl", "en")
_NAMED = re.compile(
    r"/(?:[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{43}|[0-9]{4}(?:-?[QH]?[0-9]{1,2})?)(?=/|$)"
)
# Chapters are texts of one form, and settings have one page; tests of their own open each.
_ALIKE = re.compile(r"^/(guide|settings)/(?!closing-days$).+")
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
# The form of the page, emptied, where something in it is asked that no answer stands for: a choice
# of one from a list may be right as it stands.
_EMPTIED = """
() => {
  const asked = (form) => [...form.querySelectorAll(".field")].filter((field) =>
    field.checkVisibility() && !field.querySelector(".field__optional")
    && field.querySelector("input:not([type=hidden], [type=file], [type=checkbox]), textarea"));
  const forms = document.querySelectorAll("main form[method=post][novalidate]:not([data-passkey])");
  const form = [...forms].find((one) => asked(one).length);
  if (!form) return false;
  for (const input of form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
    if (["radio", "checkbox"].includes(input.type)) input.checked = false;
    else if (input.type !== "submit") input.value = "";
  }
  form.setAttribute("data-emptied", "");
  return true;
}
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
        locale = {"nl": "nl-NL", "en": "en-GB", "pl": "pl-PL"}[self.language]
        return {**base, "color_scheme": self.colours, "locale": locale}


LOOKS = tuple(
    Look(language, colours, screen)
    for language in LANGUAGES
    for colours in ("light", "dark")
    for screen in ("desktop", "phone")
)


@dataclass
class Walked:
    """What a walk came by: each kind of page once, and what was wrong with it."""

    pages: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Walker(Visit):
    """A visit that keeps what it came by, and looks closer at each page than a test does."""

    def __init__(self, *args: Any, pictures: Path | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.walked = Walked()
        self._pictures = pictures

    def seen(self, kind: str) -> None:
        """The page that stands there is of this kind: it is counted, and its picture taken."""
        self.walked.pages.append(kind)
        if self._pictures:
            slug = re.sub(r"[^a-z]+", "-", kind).strip("-") or "home"
            at = self._pictures / f"{self.name}-{len(self.walked.pages):02}-{slug}.png"
            self.page.screenshot(path=at, full_page=True, scale="css")

    def leads(self, act: Callable[[], object], status: int = 200) -> None:
        """What comes of a form is a page of its own."""
        super().leads(act, status)
        self.seen(f"{kind_of(urlsplit(self.page.url).path)}, answer {status}")

    def send_empty(self) -> None:
        """The form of this page, if it asks for anything; the answer says so."""
        if self.page.evaluate(_EMPTIED):
            button = self.page.locator("form[data-emptied] button:not([name=draft])")
            self.leads(button.locator("visible=true").first.click, 422)

    def tried(self, act: Callable[[], object]) -> None:
        """A fault is kept, and the walk goes on."""
        try:
            act()
        except (AssertionError, Error) as fault:
            self.walked.faults.append(f"{self.name} at {urlsplit(self.page.url).path}: {fault}")

    def _arrived(self, response: Response | None, status: int) -> None:
        super()._arrived(response, status)
        _look_closer(self)


def visitor(
    browser: Browser, place: Place, name: str, look: Look, *, pictures: Path | None = None
) -> Walker:
    """Somebody with this look, not yet logged in; pictures of all pages in this folder."""
    context = browser.new_context(**look.window)
    if look.language in LANGUAGES:
        context.add_cookies([{"name": "language", "value": look.language, "url": place.address}])
    return Walker(context, place, name, language=look.language, narrow=True, pictures=pictures)


def walk(visit: Walker, known: set[str], *, steps: int | None = None) -> Walked:
    """From the first page by links to one page of each kind, and what its form answers.

    Kinds that are `known` were seen elsewhere and are left out; what is found is added to them.
    With `steps` no page is looked at that lies further than so many links away, and no form sent.
    """
    walked = visit.walked = Walked()
    waiting = [(START, 0)]
    while waiting:
        path, far = waiting.pop(0)
        if not _is_page(visit, path):
            continue
        visit.tried(partial(visit.go, path))
        visit.seen(kind_of(path))
        links = list(_links(visit)) if far != steps else []
        if steps is None:
            visit.tried(visit.send_empty)
        for link in links:
            if kind_of(link) not in known:
                known.add(kind_of(link))
                waiting.append((link, far + 1))
    return walked


def led_to(visit: Visit) -> set[str]:
    """The kinds of pages that the one that stands there leads to."""
    return {kind_of(link) for link in _links(visit)}


def kind_of(path: str) -> str:
    """Pages that differ in what they are about alone are of one kind."""
    return _ALIKE.sub(r"/\1/*", _NAMED.sub("/*", urlsplit(path).path))


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
