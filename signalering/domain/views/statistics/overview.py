"""Released figures as managers and coordinators see them; every number is a published cell."""

from dataclasses import dataclass

from signalering.domain.views.statistics.chosen import Chosen
from signalering.domain.views.statistics.published import Figure, Label


@dataclass(frozen=True)
class TrendPoint:
    """The total of one period; `change` is Dutch, against the period before, if there is one."""

    period: str
    figure: Figure
    change: str


@dataclass(frozen=True)
class YearView:
    """What a year tells in one minute; None where nothing of it was released.

    `in_time` were picked up within the class that is in time, `middle` the classes in which the
    middle one can lie, `attending` were linked and still attend, `less_lonely` are less lonely than
    before.
    """

    period: str
    in_time: Figure | None
    middle: tuple[Label, ...]
    attending: Figure | None
    less_lonely: Figure | None


@dataclass(frozen=True)
class OverviewView:
    """What the page shows; without released periods only when the first figures come.

    `alone` is Dutch, for a period that is too small for more than its total.
    """

    chosen: Chosen
    alone: str
    change: str
    year: YearView | None
    trend: tuple[TrendPoint, ...]
