"""Pictures of the demonstration for the README: `make pictures`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.chromium import DESKTOP, PHONE, chromium
from kit.demonstration import Demonstration, demonstration
from kit.visit import Visit
from playwright.sync_api import Browser

# Small enough to load at once, wide enough to be read.
SCREEN = {**DESKTOP, "viewport": {"width": 1024, "height": 680}}
FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MOST_BYTES = 120_000


def take(visit: Visit, name: str) -> None:
    """What the window shows now, as a small picture."""
    path = FOLDER / f"{name}.png"
    visit.page.mouse.move(0, 0)
    visit.page.screenshot(path=path, animations="disabled", scale="css")
    size = path.stat().st_size
    if size > MOST_BYTES:
        sys.exit(f"{path.name} is too big for a README: {size} bytes")


def take_all(browser: Browser, place: Demonstration) -> None:
    """One picture for each kind of work."""
    coordinator = Visit(browser.new_context(**SCREEN), place, "coordinator").log_in("coordinator")
    take(coordinator, "inbox")
    coordinator.go("/cases")
    coordinator.leads(coordinator.page.get_by_role("rowheader").get_by_role("link").first.click)
    take(coordinator, "case")
    manager = Visit(browser.new_context(**SCREEN), place, "manager").log_in("manager")
    take(manager, "statistics")
    phone = {**PHONE, "color_scheme": "light", "locale": "nl-NL"}
    worker = Visit(browser.new_context(**phone), place, "worker").log_in("frontline")
    worker.go("/signals/log")
    take(worker, "log-form")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        chromium() as browser,
        demonstration(Path(folder) / "instance") as place,
    ):
        take_all(browser, place)
