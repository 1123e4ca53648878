"""Somebody at a browser. Every page that is reached is looked at before anything else happens.

Looked at means: the expected status, valid HTML, nothing for axe to say, no error in the console,
nothing refused by the content security policy, no request to another host.
"""

import os
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response

from kit.serving import Place
from kit.valid import assert_valid

# Where a developer wants to see what the tests saw.
PICTURES = os.environ.get("SIGNALERING_TEST_PICTURES")
NARROW = {"width": 320, "height": 640}
# Says aloud what the browser would refuse in silence.
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
# What pages are built of, as axe sees them: kinds of parts with their looks, whatever they say.
_PART = re.compile(r"<[a-z][^>]*>")
_SAYING = re.compile(r' (?!class|type|role|open|lang|disabled)([a-z-]+)="[^"]*"')
# Only what is wrong comes back: all that is right would be most of the time that it takes.
_LOOK = f"""() => {{ {AXE_SCRIPT};
  return axe.run({{resultTypes: ["violations"]}}).then((found) => found.violations.map(
    (fault) => [fault.id, fault.nodes.slice(0, 5).map((node) => node.target)]));
}}"""
_HIDDEN = re.compile(r'<input [^>]*type="hidden"[^>]*>')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_walked_in: set[tuple[str, bool]] = set()
_inspected: dict[tuple[str, str], set[str]] = {}


class Visit:
    """One page of one browser, driven by what a person sees: names of buttons, links, fields."""

    def __init__(
        self,
        context: BrowserContext,
        site: Place,
        name: str,
        *,
        language: str = "nl",
        narrow: bool = False,
        script: bool = True,
    ) -> None:
        self.site, self.name, self.language = site, name, language
        self._narrow, self.script = narrow, script
        self._look = self.language, narrow
        self._faults: list[str] = []
        self._seen = 0
        if script and not context.pages:
            context.add_init_script(TELL_VIOLATIONS)
        self.page: Page = context.pages[0] if context.pages else context.new_page()
        self.page.set_default_timeout(10_000)
        self._heard: dict[Any, Callable[..., None]] = {
            "console": self._console,
            "pageerror": self._error,
            "request": self._request,
            "response": self._response,
        }
        for what, hear in self._heard.items():
            self.page.on(what, hear)

    def end(self) -> None:
        """Hear nothing more of the page."""
        for what, hear in self._heard.items():
            self.page.remove_listener(what, hear)

    # What a person does

    def go(self, path: str, status: int = 200) -> None:
        """Type an address of ours."""
        response = self.page.goto(self.site.address + path)
        self._arrived(response, status)

    def is_refused(self, path: str) -> None:
        """Ask for a page, with the browser's own cookies, that isn't theirs."""
        answer = self.page.request.get(self.site.address + path)
        assert answer.status == 403, f"{self.name} at {path}: {answer.status}"

    def press(self, name: str, status: int = 200, within: Locator | None = None) -> None:
        """Press the button with this name, and look at the page it leads to."""
        self.leads(self._button(name, within).click, status)

    def follow(self, name: str | re.Pattern[str], status: int = 200) -> None:
        """Follow the link with this name."""
        wanted = self.said(name) if isinstance(name, str) else name
        exact = isinstance(name, str)
        self.leads(self.page.get_by_role("link", name=wanted, exact=exact).first.click, status)

    def leads(self, act: Callable[[], object], status: int = 200) -> None:
        """Do something that leads to another page, and look at it."""
        with self.page.expect_navigation() as arrival:
            act()
        self._arrived(arrival.value, status)

    def fill(self, name: str, text: str) -> None:
        """Type in the field with this label."""
        self.field(name).fill(text)

    def choose(self, group: str, *codes: str, of: str) -> None:
        """Tick choices, by their codes of the closed list `of`, under this question."""
        place = self.page.get_by_role("group", name=self.said(group))
        for code in codes:
            label = self.site.label(code, of, self.language)
            # A hint may stand behind it in the same label.
            place.get_by_label(re.compile(rf"^\s*{re.escape(label)}(?!\w)")).first.check()

    def pick(self, name: str, code: str, of: str) -> None:
        """Pick from the list with this label."""
        label = self.site.label(code, of, self.language)
        self.field(name).select_option(label=label)

    def unfold(self, name: str) -> None:
        """Open what is folded under this name."""
        self.page.locator("summary").filter(has_text=self.said(name)).click()

    def log_in(self, key: str) -> "Visit":
        """Log in as one of those who may: by the page, and once it was seen by its form alone."""
        if self._look in _walked_in and self.script:
            self._send_log_in(key)
        else:
            self.go("/log-in")
            self.fill_log_in(key)
            _walked_in.add(self._look)
        return self

    def _send_log_in(self, key: str) -> None:
        address, passphrase = self._who(key)
        path = f"{self.site.address}/log-in"
        _, _, main = self.page.request.get(path).text().partition("<main")
        answers: dict[str, str | float | bool] = {}
        for field in _HIDDEN.findall(main):
            said = dict(_ATTRIBUTE.findall(field))
            answers[said["name"]] = unescape(said.get("value", ""))
        answers |= {"email": address, "passphrase": passphrase}
        sent = self.page.request.post(
            path, form=answers, headers={"Origin": self.site.address}, max_redirects=0
        )
        assert sent.status == 302, f"{self.name} at the log-in: {sent.status}"
        self.go(sent.headers["location"].removeprefix(self.site.address))

    def fill_log_in(self, key: str, status: int = 200) -> None:
        """Answer the log-in page that stands there."""
        address, passphrase = self._who(key)
        self.fill("E-mailadres", address)
        self.fill("Wachtzin", passphrase)
        self.press("Inloggen", status)

    def _who(self, key: str) -> tuple[str, str]:
        if known := self.site.known_browser(key):
            cookie = {"name": "browser", "value": known, "url": self.site.address}
            self.page.context.add_cookies([cookie])
        return self.site.log_in_of(key)

    # What a person sees

    def said(self, words: str) -> str:
        """A text of the screens in the language of this visit."""
        return self.site.text(words, self.language)

    @property
    def text(self) -> str:
        """All that can be read on the page."""
        return self.page.get_by_role("main").inner_text()

    @property
    def heading(self) -> str:
        """The page's own name."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def field(self, name: str) -> Locator:
        """The field whose label begins so."""
        return self.page.get_by_label(re.compile(f"^\\s*{re.escape(self.said(name))}")).first

    def row(self, text: str) -> Locator:
        """The row of a table that has this text."""
        return self.page.get_by_role("row").filter(has_text=text)

    def menu(self) -> list[str]:
        """The names in the main menu."""
        menu = self.page.get_by_role("navigation", name=self.said("Hoofdmenu"))
        return menu.get_by_role("link").all_inner_texts()

    def _button(self, name: str, within: Locator | None = None) -> Locator:
        place = within or self.page
        return place.get_by_role("button", name=self.said(name), exact=True).first

    # What is asked of every page

    def _arrived(self, response: Response | None, status: int) -> None:
        assert response is not None
        where = f"{self.name} at {urlsplit(response.url).path}"
        self._seen += 1
        if PICTURES:
            file = re.sub(r"[^a-z]+", "-", urlsplit(response.url).path).strip("-") or "home"
            path = Path(PICTURES) / f"{self.name}-{self._seen:02}-{file}.png"
            self.page.screenshot(path=path, full_page=True)
        assert response.status == status, f"{where}: {response.status}\n{self.text}"
        assert_valid(response.text())
        assert self.page.locator("html").get_attribute("lang") == self.language, where
        if self.script:
            self.inspect(where)
        if self._narrow:
            self._fits(where)
        assert not self._faults, f"{where}: {self._faults}"

    def inspect(self, where: str = "here") -> None:
        """Nothing for axe to say about the page as it stands.

        Once is enough for a page with nothing on it but what was already seen at this address,
        however often it stands there.
        """
        parts = {_SAYING.sub(r" \1", part) for part in _PART.findall(self.page.content())}
        place = _IDENTIFIER.sub("", urlsplit(self.page.url).path), str(self._look)
        seen = _inspected.setdefault(place, set())
        if parts <= seen:
            return
        found = self.page.evaluate(_LOOK)
        assert not found, f"{where}: {found}"
        seen |= parts

    def _fits(self, where: str) -> None:
        usual = self.page.viewport_size
        assert usual is not None
        self.page.set_viewport_size(NARROW)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(usual)
        assert width <= NARROW["width"], f"{where}: {width} px wide on a screen of 320"

    def _error(self, error: object) -> None:
        self._faults.append(f"script: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        # A page of ours that refuses is an answer, told by its status; its parts may not fail.
        refused = "Failed to load resource" in message.text
        if not (refused and message.location.get("url") == self.page.url):
            self._faults.append(f"console: {message.text} {message.location.get('url')}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(f"{self.site.address}/"):
            self._faults.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self._faults.append(f"{response.status}: {response.url}")


# A fixture of this kind makes visits: `desktop("worker")` is logged in, `desktop()` is nobody.
Visitor = Callable[..., Visit]
