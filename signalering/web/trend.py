"""The lines of a case's measures, as places in a picture; the template draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from signalering.domain.measures import DIRECT, MOST_DIRECT, MOST_TOTAL, SCALE
from signalering.domain.views.cases.measured import Measured

# One unit is about a pixel; room at the sides and below is for the words.
WIDTH, HEIGHT = 320, 150
LEFT, RIGHT, TOP, BOTTOM = 50, 262, 40, 110


@dataclass(frozen=True)
class Dot:
    """One measure: how lonely, how long after the start, and where that stands."""

    months: int
    value: int
    x: int
    y: int


@dataclass(frozen=True)
class Trend:
    """One question or scale over time; `most` is its highest value."""

    code: str
    most: int
    dots: tuple[Dot, ...]

    @property
    def lines(self) -> tuple[tuple[Dot, Dot], ...]:
        """From each to the next."""
        return tuple(pairwise(self.dots))


def trends(measures: Sequence[Measured]) -> tuple[Trend, ...]:
    """What was answered at two moments or more; one alone is no line."""
    direct = [(one.months, one.direct) for one in measures if one.direct is not None]
    totals = [(one.months, one.score.total) for one in measures if one.score.total is not None]
    found = ((DIRECT, MOST_DIRECT, direct), (SCALE, MOST_TOTAL, totals))
    return tuple(
        Trend(code, most, tuple(_dots(values, most))) for code, most, values in found if values[1:]
    )


def _dots(values: Sequence[tuple[int, int]], most: int) -> list[Dot]:
    first, last = values[0][0], values[-1][0]
    return [
        Dot(
            months,
            value,
            LEFT + (RIGHT - LEFT) * (months - first) // (last - first),
            BOTTOM - (BOTTOM - TOP) * value // most,
        )
        for months, value in values
    ]
