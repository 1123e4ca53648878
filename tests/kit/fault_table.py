"""What came of each fault, in a table."""

import os
import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from kit.stored import Count
from kit.under_load import Load

TOLD = Path(__file__).parents[2] / "docs" / "resilience.md"
# Of that page, what a run writes afresh stands between these.
START, END = "<!-- written by make resilience -->\n", "<!-- until here -->\n"
COLUMNS = (
    *("Fault", "Database", "Rounds", "Acknowledged", "Lost", "Doubled", "Half-made"),
    *("503", "Broken", "Seconds: median", "worst"),
)
# The first two are words, all others numbers.
RULE = ("---", "---", *("---:" for _ in COLUMNS[2:]))


@dataclass
class Table:
    """A line a fault."""

    lines: list[str] = field(default_factory=lambda: [_line(COLUMNS), _line(RULE)])

    def add(self, fault: str, database: str, seconds: list[float], load: Load, of: Count) -> None:
        """What came of a fault, over all its rounds."""
        counts = (of.acknowledged, of.lost, of.doubled, of.half_made, load.refused, load.broken)
        taken = (f"{median(seconds):.1f}", f"{max(seconds):.1f}")
        self.lines.append(_line((fault, database, len(seconds), *counts, *taken)))

    def write(self) -> None:
        """Into the documentation, in place of the one that stands there."""
        above, _, rest = TOLD.read_text("utf-8").partition(START)
        below = rest.partition(END)[2]
        made = "".join(self.lines) + _where()
        TOLD.write_text(above + START + made + END + below, "utf-8")


def _line(cells: tuple[object, ...]) -> str:
    return f"| {' | '.join(map(str, cells))} |\n"


def _where() -> str:
    day = datetime.now(UTC).date()
    return (
        f"\n{day.day} {day:%B %Y}; {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}; "
        f"load average of a quarter of an hour {os.getloadavg()[2]:.0f}.\n"
    )
