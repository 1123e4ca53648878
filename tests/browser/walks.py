"""Everybody's pages in every look: `make walks` takes pictures, counts faults and writes the paper.

Pictures go to build/walks; docs/accessibility.md says what was looked at and what was wrong.
"""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from kit.chromium import chromium
from kit.demonstration import Demonstration, demonstration
from kit.journeys import Journeys
from kit.walks import LOOKS, Look, Walked, visitor, walk
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "walks"
FIGURES = ROOT / "signalering" / "data" / "accessibility.json"
PAPER = ROOT / "docs" / "accessibility.md"
HEAD = """# Every page in every look
Measured by `make walks` on {day}: each person of the demonstration follows links to one page of
each kind that nobody before them had, in Dutch and English, light and dark, on a desktop (1200 px)
and a phone (390 px), each page once more at 320 px. Each form is sent empty, for the answer that
says what is missing. Residents with a card (in Polish too) and receivers with a link do what they
can do, and so does whoever makes the cards, the links and the signals for it.

Asked of each page: what axe-core finds (WCAG 2.2 A and AA, and its good practice: headings,
landmarks), HTML by the standard, no error and nothing refused in the console, nothing from another
host, no sideways scrolling at 320 px or with letters twice as large, and nothing that moves. What
a form answers counts as a page of its own. `tests/contracts/test_contrast.py` computes the contrast
of all colours; `tests/browser/test_forced_colours.py` looks at pages in a system's own colours.

| person | kinds of pages | looks | faults |
|---|---|---|---|
"""


def tell(line: str) -> None:
    """How far it is."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def walked(look: Look) -> list[tuple[str, str, Walked]]:
    """Each person, and what comes of their work, in a demonstration of its own."""
    with (
        TemporaryDirectory() as made,
        chromium() as browser,
        demonstration(Path(made) / "instance") as place,
    ):
        return list(_walked(browser, place, look))


def _walked(
    browser: Browser, place: Demonstration, look: Look
) -> Iterator[tuple[str, str, Walked]]:
    known: set[str] = set()
    folder = PICTURES / look.name
    folder.mkdir(parents=True, exist_ok=True)
    for person in ("visitor", *place.log_ins):
        visit = visitor(browser, place, person, look, pictures=folder)
        if person in place.log_ins:
            visit.log_in(person)
        found = walk(visit, known)
        visit.page.context.close()
        yield look.name, person, told(look, person, found)
    for person, found in Journeys(browser, place).walked(look, folder):
        yield look.name, person, told(look, person, found)


def told(look: Look, person: str, found: Walked) -> Walked:
    """The same, after it was said aloud."""
    tell(f"{look.name:18} {person:24} {len(found.pages):3} pages")
    for fault in found.faults:
        tell(f"  {fault}")
    return found


def paper(found: list[tuple[str, str, Walked]], day: date) -> str:
    """The table, and each fault below it."""
    lines = []
    people = list(dict.fromkeys(person for _, person, _ in found))
    for person in people:
        own = [walk for _, who, walk in found if who == person]
        pages = len({page for walk in own for page in walk.pages})
        looks = len({look for look, who, _ in found if who == person})
        faults = sum(len(walk.faults) for walk in own)
        lines.append(f"| {person} | {pages} | {looks} | {faults or 'none'} |")
    told = [
        f"- {look}, {person}: {fault.splitlines()[0]}"
        for look, person, walk in found
        for fault in walk.faults
    ]
    return HEAD.format(day=day.isoformat()) + "\n".join([*lines, "", *told]).rstrip() + "\n"


def figures(found: list[tuple[str, str, Walked]], day: date) -> str:
    """What the page about accessibility says."""
    told = {
        "source": "written by `make walks`; docs/accessibility.md says how",
        "measured_on": day.isoformat(),
        "pages": len({page for _, _, walk in found for page in walk.pages}),
        "looks": len(LOOKS),
        "faults": sum(len(walk.faults) for _, _, walk in found),
    }
    return json.dumps(told, indent=2) + "\n"


def main() -> None:
    """One look a core; ends with 1 where anything was wrong."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as cores:
        found = [one for walks in cores.map(walked, LOOKS) for one in walks]
    day = datetime.now(UTC).date()
    PAPER.write_text(paper(found, day), "utf-8")
    FIGURES.write_text(figures(found, day), "utf-8")
    sys.exit(any(walk.faults for _, _, walk in found))


if __name__ == "__main__":
    main()
