"""Which released period a page is about."""

from collections.abc import Sequence

from signalering.domain.access import require
from signalering.domain.errors import NotFound
from signalering.domain.permissions import Permission
from signalering.domain.views.statistics.chosen import Chosen
from signalering.domain.views.statistics.published import Label, PublishedPeriod, PublishedTable
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.middle import middle
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.shown import WHY_TOTALS_DIFFER
from signalering.services.statistics._due import due
from signalering.services.statistics._published import published, released, rungs
from signalering.services.work import Work

# How far back a page looks for a period that has what it is about: a year of quarters, and one.
LOOKED_AT = 8


def choose(work: Work, code: str = "", kinds: Sequence[str] = ()) -> Chosen:
    """The period asked for, else the newest that has one of these kinds of tables (or any table).

    Raises Denied, NotFound for a period that is not released.
    """
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    codes = tuple(period.code for period in released(work))
    if code and code not in codes:
        raise NotFound
    period = published(work, code) if code else None
    elsewhere = ""
    if period is None or (kinds and not has(period, kinds)):
        newest = _newest(work, codes, kinds)
        if period is None:
            period = newest or (published(work, codes[0]) if codes else None)
        elif newest is not None:
            elsewhere = newest.period
    running = Period.containing(work.clock.today(), Length.QUARTER)
    first = None if not codes and due(work) else running.closed_on
    return Chosen(first, codes, period, elsewhere, WHY_TOTALS_DIFFER)


def has(period: PublishedPeriod, kinds: Sequence[str]) -> bool:
    """Whether it has a table of one of these kinds; of any, if none is named."""
    return any(not kinds or table.kind in kinds for table in period.tables)


def middle_of(table: PublishedTable) -> tuple[Label, ...]:
    """The classes in which the middle one of a table of durations can lie."""
    (axis,) = table.axes
    places = middle([table.cells[label.code,].figure for label in axis.labels])
    return tuple(axis.labels[place] for place in places)


def _newest(work: Work, codes: Sequence[str], kinds: Sequence[str]) -> PublishedPeriod | None:
    telling = [code for code, rung in rungs(work, codes) if rung != Rung.TOTAL]
    looked_at = (published(work, code) for code in telling[:LOOKED_AT])
    return next((period for period in looked_at if has(period, kinds)), None)
