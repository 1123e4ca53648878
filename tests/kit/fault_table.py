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
# All above this line is made by a run; what stands below it is kept.
BELOW = "\n## Proved elsewhere\n"
HEAD = """# Faults that lose nothing

Written by `make resilience`. Four reporters send signals to a real installation without end, each again and again until
it has its receipt (with the same form, so it can be sent twice), while this happens to it. Afterwards every row is counted:
*lost* was acknowledged and isn't there; *doubled* is there twice, or was never acknowledged; *half-made* lacks words,
codes, keys or its entry in the trail, whose chain is looked through too. *Seconds*: from the end of the fault (of a killed
worker: from the kill) until each of the four had a receipt that was asked for after it; 3 is the aim. *503* were told to
come back, *broken* found no connection or lost it; **any other answer fails the run**.

| Fault | Database | Rounds | Acknowledged | Lost | Doubled | Half-made | 503 | Broken | Seconds: median | worst |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
"""


@dataclass
class Table:
    """A line a fault."""

    lines: list[str] = field(default_factory=list)

    def add(self, fault: str, database: str, seconds: list[float], load: Load, of: Count) -> None:
        """What came of a fault, over all its rounds."""
        cells = (
            *(fault, database, len(seconds)),
            *(of.acknowledged, of.lost, of.doubled, of.half_made, load.refused, load.broken),
            *(f"{median(seconds):.1f}", f"{max(seconds):.1f}"),
        )
        self.lines.append(f"| {' | '.join(map(str, cells))} |\n")

    def write(self) -> None:
        """Into the documentation, in place of the one that stands there."""
        below = TOLD.read_text("utf-8").partition(BELOW)[2] if TOLD.exists() else ""
        TOLD.write_text(HEAD + "".join(self.lines) + _where() + BELOW + below, "utf-8")


def _where() -> str:
    day = datetime.now(UTC).date()
    return (
        f"\n{day:%d %B %Y}, {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}.\n"
    )
