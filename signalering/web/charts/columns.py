"""Columns: one a quarter, oldest at the left, its figure on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from signalering.domain.views.statistics.overview import TrendPoint
from signalering.domain.views.statistics.published import Figure

# Twelve fit beside each other; one unit is about a pixel on a phone.
STEP, WIDE = 26, 20
FOOT, TALLEST = 120, 96
# "0-4" is drawn open: how many it is, nobody can tell.
OPEN = 6


@dataclass(frozen=True)
class Column:
    """A quarter of a year; `year` is written under the first one of it that is shown.

    One quarter alone has no room for it: the year after begins right beside.
    """

    period: str
    quarter: str
    year: str
    figure: Figure
    x: int
    y: int
    height: int
    is_open: bool


def columns(trend: Sequence[TrendPoint]) -> tuple[Column, ...]:
    """Heights follow from published figures alone, the highest filling the picture."""
    most = max((point.figure.figure for point in trend), default=0)
    found = []
    for place, point in enumerate(trend):
        figure = point.figure.figure
        height = max(OPEN, TALLEST * figure // most) if figure else OPEN
        year, quarter = point.period[:4], point.period[5:]
        is_first = not place or trend[place - 1].period[:4] != year
        has_room = place + 1 == len(trend) or trend[place + 1].period[:4] == year
        found.append(
            Column(
                point.period,
                quarter,
                year if is_first and has_room else "",
                point.figure,
                place * STEP,
                FOOT - height,
                height,
                not figure,
            )
        )
    return tuple(found)
