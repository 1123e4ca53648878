"""Release what is due: each closed period once, in order, audited, then frozen."""

import json
from collections.abc import Iterator
from datetime import date

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import month_of
from signalering.models.signals.signal import Signal
from signalering.models.statistics.fact import FactMove, PendingFact, StatFact
from signalering.models.statistics.release import PublishedCell, Release
from signalering.privacy.disclosure.audit import Rung
from signalering.privacy.disclosure.periods import Length, Period
from signalering.services.audit.record import record
from signalering.services.statistics._candidates import Candidates, candidates
from signalering.services.statistics.plan import plan_of
from signalering.services.work import Work


def release_due(work: Work) -> list[str]:
    """Release every closed period that is due and give their codes; needs no key and no actor.

    A period waits until facts were moved in a month after its end (or none wait at all), and
    everything after it waits with it. Of two who release at once one does and the other stops.
    """
    released: list[str] = []
    for period in due(work):
        if not _facts_are_in(work, period):
            break
        if not _release(work, period):
            break
        released.append(period.code)
    return released


def due(work: Work) -> list[Period]:
    """Closed periods that are not released, shorter ones first of those that end together."""
    today = work.clock.today()
    first = _first_day(work)
    if first is None:
        return []
    done = set(work.data.scalars(select(Release.period)))
    periods = [
        period
        for year in range(first.year, today.year + 1)
        for period in _periods(work, year)
        if period.is_closed(today) and period.end >= first and period.code not in done
    ]
    return sorted(periods, key=lambda period: (period.closed_on, period.length))


def _first_day(work: Work) -> date | None:
    """The first day of anything that is counted; what was released is done already."""
    days = [work.data.scalar(select(func.min(Signal.registered_on)))]
    quarter = work.data.scalar(select(func.min(StatFact.period)))
    if quarter is not None:
        days.append(Period.parse(quarter).start)
    return min((day for day in days if day is not None), default=None)


def _periods(work: Work, year: int) -> Iterator[Period]:
    for length in plan_of(work, year).tables:
        for part in range(1, Length.YEAR // length + 1):
            yield Period(year, length, part)


def _facts_are_in(work: Work, period: Period) -> bool:
    moved = select(FactMove.month).where(FactMove.month >= month_of(period.closed_on)).limit(1)
    if work.data.scalar(moved) is not None:
        return True
    return work.data.scalar(select(PendingFact.id).limit(1)) is None


def _release(work: Work, period: Period) -> bool:
    found = candidates(work, period)
    try:
        with work.data.begin_nested():
            work.data.add(Release(period=period.code, rung=found.rung, verdict=_verdict(found)))
            work.data.flush()
            work.data.add_all(
                PublishedCell(
                    family=cell.family,
                    period=period.code,
                    table=cell.table,
                    categories=cell.categories,
                    figure=cell.figure,
                )
                for cell in found.cells
            )
            work.data.flush()
    except IntegrityError:  # somebody else has just released it
        return False
    if period.length is Length.YEAR:
        # Facts have served once their year is out; published cells stay.
        work.data.execute(delete(StatFact).where(StatFact.period.like(f"{period.code}Q_")))
    record(work, AuditAction.STATISTICS_RELEASED, period=period.code, rung=found.rung.value)
    return True


def _verdict(found: Candidates) -> str:
    """Which rungs failed and which one passed; never which cell."""
    failed = [Rung.ONE_WAY.value] if found.failed else []
    return json.dumps({"failed": failed, "passed": found.rung.value}, sort_keys=True)
