"""A practised worker in Chromium: taps, keys and seconds of waiting for a short and a full signal.

A phone with a processor four times slower than this machine's and a slow mobile line. Waiting is
what the browser says it took from asking for a page to its load. A practised worker has been here
before: one signal goes in uncounted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kit.chromium import PHONE, chromium
from kit.serving import served
from kit.town import PASSPHRASE
from playwright.sync_api import Locator, Page

from benchmarks import towns
from benchmarks.measure import Row

SLOWER = 4
# Bits a second, and seconds there and back, as Lighthouse has them for a slow phone.
LINE = {"downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8, "latency": 150}
WAITED = """() => {
  const [shown] = performance.getEntriesByType("navigation");
  return (shown.loadEventEnd - shown.startTime) / 1000;
}"""
MOST_TAPS = 12
MOST_WAITING = 1.5


@dataclass
class Hand:
    """Counts what a thumb does."""

    page: Page
    taps: int = 0
    keys: int = 0
    waited: float = 0.0

    def tap(self, place: Locator) -> None:
        """One tap."""
        self.taps += 1
        place.click()

    def tick(self, name: str, value: str) -> None:
        """One tap on an answer."""
        self.tap(self.page.locator(f'label[for="{name}-{value}"]'))

    def pick(self, name: str, value: str) -> None:
        """Two taps: the list, and the line in it."""
        self.taps += 2
        self.page.locator(f'select[name="{name}"]').select_option(value)

    def type(self, name: str, text: str) -> None:
        """A tap into the field, and a key a sign."""
        self.taps += 1
        self.keys += len(text)
        self.page.locator(f'[name="{name}"]').fill(text)

    def wait(self) -> None:
        """Until the page is there."""
        self.page.wait_for_load_state("load")
        self.waited += self.page.evaluate(WAITED)


def rows() -> Iterator[Row]:
    """The shortest honest signal, and a full one."""
    with towns.town() as town, served(town) as site, chromium() as browser:
        context = browser.new_context(**PHONE)
        page = context.new_page()
        page.goto(f"{site.address}/log-in")
        page.fill('[name="email"]', site.log_in_of("worker")[0])
        page.fill('[name="passphrase"]', PASSPHRASE)
        page.press('[name="passphrase"]', "Enter")
        page.wait_for_url("**/signals/**")
        line = context.new_cdp_session(page)
        line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        line.send("Network.emulateNetworkConditions", {"offline": False, **LINE})
        for name, fill in (("", _shortest), ("shortest", _shortest), ("full", _full)):
            hand = Hand(page)
            page.goto(f"{site.address}/signals/log")
            hand.wait()
            fill(hand)
            with page.expect_navigation():
                hand.tap(page.get_by_role("button", name="Signaal versturen"))
            hand.wait()
            if not name:
                continue
            what = f"{name} signal: {hand.taps} taps, {hand.keys} keys, waiting in all"
            few = name != "shortest" or hand.taps <= MOST_TAPS
            met = few and hand.waited < MOST_WAITING
            yield Row(what, hand.waited, f"{MOST_TAPS} taps, under 1.5 s", None, met)
        context.close()


def _shortest(hand: Hand) -> None:
    hand.tick("indicators", "says_lonely")
    hand.pick("place", "monster")
    hand.tick("age_band", "75+")
    hand.tick("request", "contact")
    hand.tick("contact_answer", "not_asked")


def _full(hand: Hand) -> None:
    _shortest(hand)
    hand.pick("lives_with", "alone")
    hand.pick("duration", "months")
    hand.pick("loneliness", "social")
    hand.pick("main_wish", "encounters")
    hand.tick("further_wishes", "listening")
    hand.tick("talked_about", "yes")
    hand.tick("contact_answer", "yes_details")
    hand.type("contact_name", "Truida Verzonnen")
    hand.type("contact_phone", "0174 55 55 55")
    hand.type("note", "Zit veel binnen en mist de buren van vroeger.")
