"""A released period that was chosen, among the others."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.views.statistics.published import Label, PublishedPeriod, PublishedTable


@dataclass(frozen=True)
class Chosen:
    """What every page of figures starts from.

    `period` is None before anything was released: then the first figures come after
    `first_figures_on`, or are being checked where that is None. `elsewhere` names the newest
    period that has what a page is about, if the chosen one has nothing of it.
    `why_totals_differ` is Dutch.
    """

    first_figures_on: date | None
    periods: tuple[str, ...]
    period: PublishedPeriod | None
    elsewhere: str
    why_totals_differ: str


@dataclass(frozen=True)
class FiguresView:
    """The tables of a page, in its order; `middles` has by kind the classes in which the

    middle one can lie.
    """

    chosen: Chosen
    topic: str
    tables: tuple[PublishedTable, ...]
    middles: dict[str, tuple[Label, ...]]
