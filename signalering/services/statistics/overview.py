"""The newest released figures at a glance, from published cells only."""

from datetime import timedelta
from itertools import zip_longest

from sqlalchemy import func, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.states import ChangeClass, StatisticsEvent
from signalering.domain.views.statistics.overview import OverviewView, TrendPoint, YearView
from signalering.domain.views.statistics.published import Figure, PublishedPeriod
from signalering.models.statistics.release import PublishedCell
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.shown import CHANGE_TEXTS, TOO_FEW, change
from signalering.privacy.disclosure.tables import Counted, Kind
from signalering.services.audit.record import record
from signalering.services.statistics._chosen import choose, middle_of
from signalering.services.statistics._published import figure, published
from signalering.services.statistics.plan import TOTAL
from signalering.services.work import Work

TREND = 12


def overview(work: Work, period: str = "") -> OverviewView:
    """The newest released period that has tables (or the newest), or the one asked for.

    What only years tell is of the newest released year. Raises Denied, NotFound for a period that
    is not released.
    """
    chosen = choose(work, period)
    own = chosen.period
    record(work, AuditAction.STATISTICS_READ, period=own.period if own is not None else "")
    if own is None:
        return OverviewView(chosen, "", "", None, ())
    return OverviewView(
        chosen,
        TOO_FEW if own.alone else "",
        _against_before(work, own),
        _year(work, own, chosen.periods),
        _trend(work),
    )


def _against_before(work: Work, own: PublishedPeriod) -> str:
    """What may be said against the period of the same length before it."""
    period = Period.parse(own.period)
    before = Period.containing(period.start - timedelta(days=1), period.length)
    cell = work.data.get(PublishedCell, (Counted.REGISTERED, before.code, TOTAL, ""))
    return "" if cell is None else CHANGE_TEXTS[change(cell.figure, own.total.figure)]


def _year(work: Work, own: PublishedPeriod, codes: tuple[str, ...]) -> YearView | None:
    years = [code for code in codes if Period.parse(code).length is Length.YEAR]
    if not years:
        return None
    code = own.period if own.period in years else years[0]
    year = own if code == own.period else published(work, code)
    picked_up = year.table(Kind.PICK_UP)
    # Triage is due in two working days: who was picked up in the first class, was so in time.
    return YearView(
        code,
        _first(year, Kind.PICK_UP),
        () if picked_up is None else middle_of(picked_up),
        _cell(year, Kind.STAGE, StatisticsEvent.STILL_ATTENDING),
        _cell(year, Kind.CHANGE, ChangeClass.LESS),
    )


def _first(period: PublishedPeriod, kind: str) -> Figure | None:
    table = period.table(kind)
    return None if table is None else table.cells.get((table.axes[0].labels[0].code,))


def _cell(period: PublishedPeriod, kind: str, code: str) -> Figure | None:
    table = period.table(kind)
    return None if table is None else table.cells.get((code,))


def _trend(work: Work) -> tuple[TrendPoint, ...]:
    """The totals of the last quarters, oldest first."""
    rows = work.data.execute(
        select(PublishedCell.period, PublishedCell.figure)
        .where(
            PublishedCell.family == Counted.REGISTERED,
            PublishedCell.table == TOTAL,
            func.substr(PublishedCell.period, 5, 1) == "Q",
        )
        .order_by(PublishedCell.period.desc())
        .limit(TREND + 1)
    ).all()
    points = []
    for (period, number), before in zip_longest(rows, rows[1:]):
        text = "" if before is None else CHANGE_TEXTS[change(before[1], number)]
        points.append(TrendPoint(period, figure(number), text))
    return tuple(reversed(points[:TREND]))
