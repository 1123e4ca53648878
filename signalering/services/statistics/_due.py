"""Which periods are to be released now, and the plans that this needs."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select

from signalering.domain.clock import month_of
from signalering.models.signals.signal import Signal
from signalering.models.statistics.fact import FactMove, PendingFact, StatFact
from signalering.models.statistics.release import Release
from signalering.models.statistics.release import TablePlan as PlanRow
from signalering.privacy.disclosure.periods import Length, Period
from signalering.services.statistics.plan import foreseen, plan_of
from signalering.services.work import House, Work, open_work


def next_due(house: House) -> Period | None:
    """The first period that can be released now; what comes after it waits for it."""
    with open_work(house, writes=False) as work:
        periods = due(work)
        return periods[0] if periods and _facts_are_in(work, periods[0]) else None


def due(work: Work) -> list[Period]:
    """Closed periods that are not released, shorter ones first of those that end together."""
    first = _first_day(work)
    if first is None:
        return []
    today = work.clock.today()
    done = set(work.data.scalars(select(Release.period)))
    periods = [
        period
        for year in range(first.year, today.year + 1)
        for period in _periods(work, year)
        if period.is_closed(today) and period.end >= first and period.code not in done
    ]
    return sorted(periods, key=lambda period: (period.closed_on, period.length))


def fix_plans(house: House) -> None:
    """Make the plan of every year that has none, up to this one."""
    with open_work(house, writes=False) as work:
        first = _first_day(work)
        planned = set(work.data.scalars(select(PlanRow.year)))
        years = range(first.year, work.clock.today().year + 1) if first is not None else ()
        missing = [year for year in years if year not in planned]
    if missing:
        with open_work(house, writes=True) as work:
            for year in missing:
                plan_of(work, year)
            work.commit()


def _first_day(work: Work) -> date | None:
    """The first day of anything that is counted; what was released is done already."""
    days = [work.data.scalar(select(func.min(Signal.registered_on)))]
    quarter = work.data.scalar(select(func.min(StatFact.period)))
    if quarter is not None:
        days.append(Period.parse(quarter).start)
    return min((day for day in days if day is not None), default=None)


def _periods(work: Work, year: int) -> Iterator[Period]:
    plan, _ = foreseen(work, year)
    for length in plan.tables:
        for part in range(1, Length.YEAR // length + 1):
            yield Period(year, length, part)


def _facts_are_in(work: Work, period: Period) -> bool:
    moved = select(FactMove.month).where(FactMove.month >= month_of(period.closed_on)).limit(1)
    if work.data.scalar(moved) is not None:
        return True
    return work.data.scalar(select(PendingFact.id).limit(1)) is None
