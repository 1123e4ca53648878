"""What came of each fault, in a table."""

from dataclasses import dataclass, field

from kit.under_load import Count, Load

HEAD = """# Faults under load

Made by `make resilience`: four reporters send signals to a real installation without end while
this happens to it, each again and again until it has its receipt. Afterwards every signal is
opened with its keys. *Lost* was acknowledged and isn't there; *doubled* is there and was never
acknowledged, or twice; *half-made* lacks words, codes, keys or its audit entry. *Seconds* until
every reporter had a receipt again that was asked for after the fault (the worst of all rounds;
3 at most is the aim). What was answered meanwhile was a clear 503, or a connection that broke,
and nothing else.

| Fault | Rounds | Acknowledged | Lost | Doubled | Half-made | 503 | Broken | Seconds |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
"""
TAIL = """
Clocks that step are proved where the rule is: see `tests/resilience/test_clocks.py`.
"""


@dataclass
class Table:
    """A line a fault; written where `SIGNALERING_RESILIENCE` says."""

    lines: list[str] = field(default_factory=list)

    def add(self, fault: str, seconds: list[float], load: Load, count: Count) -> None:
        """What came of a fault, over all its rounds."""
        cells = (
            fault,
            *(len(seconds), count.acknowledged, count.lost, count.doubled, count.half_made),
            *(load.refused, load.broken, f"{max(seconds):.1f}"),
        )
        self.lines.append(f"| {' | '.join(map(str, cells))} |\n")
