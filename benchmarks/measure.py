"""Timing, and a row of the table: ours beside the floor, with the goal."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

SECONDS = "s"


@dataclass(frozen=True)
class Row:
    """One figure: `ours` and `floor` in `unit`, and in words what `ours` may take."""

    what: str
    ours: float
    goal: str
    floor: float | None = None
    met: bool = True
    # Seconds are shown as milliseconds; anything else as it is.
    unit: str = SECONDS

    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        ratio = f"{self.ours / self.floor:.3f}" if self.floor else ""
        return (
            self.what,
            self._shown(self.ours),
            self._shown(self.floor) if self.floor else "",
            ratio,
            self.goal,
            "yes" if self.met else "NO",
        )

    def _shown(self, value: float) -> str:
        return shown(value) if self.unit == SECONDS else f"{value:.4g} {self.unit}".strip()


def beside(what: str, ours: float, floor: float, at_most: float) -> Row:
    """A row with a floor: ours may take `at_most` times as long."""
    return Row(what, ours, f"at most {at_most} times", floor, ours <= at_most * floor)


def alike(what: str, ours: float, floor: float, apart: float) -> Row:
    """A row with a counterpart: neither may take longer than the other by more than this part."""
    met = abs(ours / floor - 1) <= apart
    return Row(what, ours, f"within {apart:.0%}", floor, met)


def measured(what: str, ours: float, floor: float) -> Row:
    """A row with a floor for which the design states no goal."""
    return Row(what, ours, "measured", floor)


def within(what: str, ours: float, seconds: float) -> Row:
    """A row without a floor: the design names the seconds."""
    return Row(what, ours, f"under {shown(seconds)}", None, ours < seconds)


def errorless(what: str, errors: int, among: int) -> Row:
    """A row of a count that is to be none."""
    return Row(f"{what}, among {among:,}", errors, "none", None, errors == 0, "")


def size(what: str, ours: float, most: float, unit: str) -> Row:
    """A row of a size: below so many of this unit."""
    return Row(what, ours, f"under {most:g} {unit}", None, ours < most, unit)


def shown(seconds: float) -> str:
    """Milliseconds with three digits."""
    return f"{seconds * 1000:.3g} ms"


def median(action: Callable[[], object], times: int) -> float:
    """The median of so many runs, after one that doesn't count."""
    action()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def interleaved(
    ours: Callable[[], object], floor: Callable[[], object], times: int
) -> tuple[float, float]:
    """Both medians, measured in turns: what else the machine does hits both alike."""
    taken = _in_turns(ours, floor, times)
    return statistics.median(taken[0]), statistics.median(taken[1])


def paired(
    ours: Callable[[], object], floor: Callable[[], object], times: int
) -> tuple[float, float]:
    """The floor's median, and that with the median of the differences within each turn.

    Of two that should take as long, this says more: what one turn waits for, both waited for.
    """
    taken = _in_turns(ours, floor, times)
    base = statistics.median(taken[1])
    apart = statistics.median(one - other for one, other in zip(*taken, strict=True))
    return base + apart, base


def _in_turns(
    ours: Callable[[], object], floor: Callable[[], object], times: int
) -> tuple[list[float], list[float]]:
    ours()
    floor()
    taken: tuple[list[float], list[float]] = ([], [])
    pairs = list(zip((ours, floor), taken, strict=True))
    for turn in range(times):
        # Each goes first as often: what the one leaves behind, the other meets.
        for action, times_taken in pairs if turn % 2 else reversed(pairs):
            started = time.perf_counter()
            action()
            times_taken.append(time.perf_counter() - started)
    return taken
