"""Released figures as managers and coordinators see them; every number is a published cell."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.views.statistics.published import Figure


@dataclass(frozen=True)
class Row:
    """One class of a table.

    `percent` in steps of five, where the base is large enough; none for "0-4", which isn't 0%.
    """

    nl: str
    en: str
    figure: Figure
    percent: int | None = None


@dataclass(frozen=True)
class FigureTable:
    """A table of the chosen period: "area", "age", "group", "outcome" or "stage"."""

    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TrendPoint:
    """The total of one period; `change` is Dutch, against the period before, if there is one."""

    period: str
    figure: Figure
    change: str


@dataclass(frozen=True)
class OverviewView:
    """What the page shows; without released periods only when the first figures come."""

    first_figures_on: date
    periods: tuple[str, ...]
    chosen: str
    total: Figure | None
    alone: str
    tables: tuple[FigureTable, ...]
    trend: tuple[TrendPoint, ...]
    closed: Figure | None
    why_totals_differ: str
