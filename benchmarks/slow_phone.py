"""Main pages on a slow phone: seconds to the first sight of each, and whether anything jumps.

Each page is opened with nothing in the browser's cache, on the phone and the line of practised.py.
What jumps is what the browser calls cumulative layout shift, from the start to well after the load.
"""

from collections.abc import Iterator

from kit.browser_like import morning_cookie
from kit.cases import opened
from kit.chromium import PHONE, chromium
from kit.serving import Site, served
from kit.town import PASSPHRASE
from playwright.sync_api import Browser, Page

from benchmarks import inbox, towns
from benchmarks.measure import Row, errorless, within
from benchmarks.practised import LINE, SLOWER

SIGNALS = 200
# A first visit on such a phone: what Lighthouse calls good for the first sight of a page.
MOST = 1.8
# Seconds after the load in which a script could still move something.
LATER = 500
# Less than a tenth of what Lighthouse calls good; a footer that moves by half a line is below it.
SEEN = 0.01
FIRST_SIGHT = """() => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return paint.startTime / 1000;
}"""
JUMPED = """() => new Promise((told) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => told(sum), 100);
})"""


def rows() -> Iterator[Row]:
    """The page of each that takes longest, and how many of all jumped."""
    with towns.town() as town, served(town) as site, chromium() as browser:
        inbox.fill(town, SIGNALS)
        case = f"/cases/{opened(town)}"
        pages = {
            "": ("/", "/log-in", "/card", "/offers", "/guide"),
            "worker": ("/signals/log", "/signals/mine", "/training"),
            "coordinator": ("/today", "/signals/inbox", "/cases", case),
            "manager": ("/statistics",),
            "administrator": ("/accounts", "/partners"),
            "privacy_officer": ("/audit-trail",),
        }
        found = {
            path: opened_afresh(page, site, path)
            for key, paths in pages.items()
            for page in [_logged_in(browser, site, key)]
            for path in paths
        }
    path, (longest, _) = max(found.items(), key=lambda one: one[1][0])
    path = path if path != case else "a case"
    yield within(f"slow phone: first sight of {len(found)} pages, longest ({path})", longest, MOST)
    jumping = sum(jump > SEEN for _, jump in found.values())
    yield errorless("slow phone: pages in which something jumps", jumping, len(found))


def _logged_in(browser: Browser, site: Site, key: str) -> Page:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    if key:
        cookie = {"name": "browser", "value": morning_cookie(site.town, key), "url": site.address}
        context.add_cookies([cookie])
        page.goto(f"{site.address}/log-in")
        page.fill('[name="email"]', site.log_in_of(key)[0])
        page.fill('[name="passphrase"]', PASSPHRASE)
        page.press('[name="passphrase"]', "Enter")
        page.wait_for_url(lambda url: "/log-in" not in url)
    line = context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {"offline": False, **LINE})
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def opened_afresh(page: Page, site: Site, path: str) -> tuple[float, float]:
    """Seconds to the first sight, and how much jumped."""
    page.goto(site.address + path)
    page.wait_for_timeout(LATER)
    return page.evaluate(FIRST_SIGHT), page.evaluate(JUMPED)
