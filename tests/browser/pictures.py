"""Pictures of the demonstration for the README, and of the house: `make pictures`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from browser.sheets import SHEETS, printed
from kit.chromium import DESKTOP, PHONE, chromium
from kit.demonstration import Demonstration, demonstration
from kit.house_picture import draw
from kit.visit import Visit
from playwright.sync_api import Browser, FloatRect

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MOST_BYTES = 120_000
# What stands above a page, the same on each.
HEADER = 200


def take(visit: Visit, name: str, width: int = 1200, height: int = 640, top: int = 0) -> None:
    """A part of the page, small enough for a README to load at once."""
    visit.page.mouse.move(0, 0)
    frame: FloatRect = {"x": 0, "y": top, "width": width, "height": height}
    keep(name, visit.page.screenshot(full_page=True, clip=frame, scale="css"))


def keep(name: str, picture: bytes) -> None:
    """Under its name, unless it is too big."""
    if len(picture) > MOST_BYTES:
        sys.exit(f"{name} is too big for a paper: {len(picture)} bytes")
    (FOLDER / f"{name}.png").write_bytes(picture)


def take_all(browser: Browser, place: Demonstration) -> None:
    """One picture for each kind of work."""
    coordinator = Visit(browser.new_context(**DESKTOP), place, "coordinator").log_in("coordinator")
    take(coordinator, "guide", height=480)
    coordinator.press("Uitleg weghalen")
    take(coordinator, "today")
    coordinator.go("/signals/inbox")
    take(coordinator, "inbox")
    coordinator.go("/cases")
    coordinator.leads(coordinator.page.get_by_role("rowheader").get_by_role("link").first.click)
    take(coordinator, "case", top=HEADER, height=800)
    manager = Visit(browser.new_context(**DESKTOP), place, "manager").log_in("manager")
    manager.press("Uitleg weghalen")
    years = manager.field("Periode").locator("option").filter(has_text="heel")
    manager.field("Periode").select_option(years.first.get_attribute("value"))
    manager.press("Laat zien")
    take(manager, "statistics", top=HEADER, height=800)
    phone = {**PHONE, "color_scheme": "light", "locale": "nl-NL"}
    worker = Visit(browser.new_context(**phone), place, "worker").log_in("frontline")
    worker.go("/signals/log")
    take(worker, "log-form", width=390, height=1100)


def take_sheets(browser: Browser, place: Demonstration) -> None:
    """One picture for each kind of paper."""
    people: dict[str, Visit] = {}
    for who, name, reach in SHEETS:
        if who not in people:
            people[who] = Visit(browser.new_context(**DESKTOP), place, who).log_in(who)
        reach(people[who])
        keep(f"paper-{name}", printed(people[who]))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    draw()
    with (
        TemporaryDirectory() as folder,
        chromium() as browser,
        demonstration(Path(folder) / "instance") as place,
    ):
        take_all(browser, place)
        take_sheets(browser, place)
