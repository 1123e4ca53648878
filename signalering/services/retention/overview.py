"""The room of retention, as those see it who account for it: codes, days and counts."""

from collections import Counter
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true

from signalering.domain.access import Permission, allowed, require
from signalering.domain.retention import (
    FIRST_VALUES,
    Kept,
    erased_from,
    started_by,
)
from signalering.domain.views.retention.overview import Decision, Going, Held, Overview, Run
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.retention.hold import ErasureHold
from signalering.models.retention.notice import ErasureNotice
from signalering.models.retention.policy import RetentionPolicy
from signalering.models.retention.run import ErasureCount, ErasureRun
from signalering.models.signals.signal import Signal
from signalering.services.retention.due import FINISHED_CODES
from signalering.services.retention.policy import cases_wait, newest, term
from signalering.services.work import Work

# Of years of daily runs a page shows the last ones; the older stand in the audit trail.
RUNS_SHOWN = 100


def overview(work: Work) -> Overview:
    """All that concerns how long things are kept. Raises Denied."""
    require(Permission.SEE_RETENTION, work.by(), None, work.clock.today())
    past = Signal.registered_on <= started_by(term(work, Kept.SIGNAL), work.clock.today())
    finished = Signal.state.in_(FINISHED_CODES)
    return Overview(
        terms=tuple(decision_in_force(work, kept) for kept in Kept),
        history=_history(work),
        going=going(work),
        held=holds(work),
        runs=_runs(work),
        restricted=_how_many(work, Case.restricted.is_(true())),
        with_case=_how_many(work, past & finished & Signal.hold_until.is_not(None)),
        unfinished=_how_many(work, past & ~finished),
        cases_wait=cases_wait(work),
        may_change=allowed(Permission.RETENTION, work.by(), None, work.clock.today()),
    )


def decision_in_force(work: Work, kept: Kept) -> Decision:
    """What holds now for one kind."""
    row = newest(work, kept)
    if row is None:
        return Decision(kept.value, FIRST_VALUES[kept].value)
    return _decision(row, _names(work).get(row.by_id, ""))


def going(work: Work) -> tuple[Going, ...]:
    """What was noticed, by kind and the first day on which it may go."""
    rows = work.data.execute(
        select(
            ErasureNotice.object_kind, ErasureNotice.due_on, ErasureNotice.noticed_on, func.count()
        ).group_by(ErasureNotice.object_kind, ErasureNotice.due_on, ErasureNotice.noticed_on)
    )
    counted: Counter[tuple[date, str]] = Counter()
    for kind, due_on, noticed_on, count in rows:
        counted[erased_from(due_on, noticed_on), kind] += count
    return tuple(Going(kind, day, count) for (day, kind), count in sorted(counted.items()))


def holds(work: Work) -> tuple[Held, ...]:
    """What is held now, the first to end on top."""
    today = work.clock.today()
    rows = work.data.scalars(
        select(ErasureHold)
        .where(ErasureHold.until >= today)
        .order_by(ErasureHold.until, ErasureHold.id)
    ).all()
    named = _references(work, [row.object_id for row in rows])
    return tuple(
        Held(row.id, row.object_kind, named.get(row.object_id, ""), row.reason, row.until)
        for row in rows
    )


def _references(work: Work, ids: list[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for model in (Case, Signal):
        rows = work.data.execute(select(model.id, model.reference).where(model.id.in_(ids)))
        found |= {row[0]: row[1] for row in rows}
    return found


def _history(work: Work) -> tuple[Decision, ...]:
    names = _names(work)
    rows = work.data.scalars(
        select(RetentionPolicy).order_by(
            RetentionPolicy.since.desc(), RetentionPolicy.kept, RetentionPolicy.number.desc()
        )
    )
    return tuple(_decision(row, names.get(row.by_id, "")) for row in rows)


def _decision(row: RetentionPolicy, by: str) -> Decision:
    return Decision(
        kept=row.kept,
        keep_for=row.keep_for,
        number=row.number,
        since=row.since,
        reason=row.reason,
        why_longer=row.why_longer or "",
        by=by,
        applied=row.applied,
    )


def _names(work: Work) -> dict[UUID, str]:
    decided = select(RetentionPolicy.by_id)
    rows = work.data.execute(select(Account.id, Account.name).where(Account.id.in_(decided)))
    return {row[0]: row[1] for row in rows}


def _runs(work: Work) -> tuple[Run, ...]:
    counts = (
        select(ErasureCount.run_id, func.sum(ErasureCount.objects).label("objects"))
        .group_by(ErasureCount.run_id)
        .subquery()
    )
    rows = work.data.execute(
        select(ErasureRun, counts.c.objects)
        .outerjoin(counts, counts.c.run_id == ErasureRun.id)
        .order_by(ErasureRun.began_on.desc(), ErasureRun.id)
        .limit(RUNS_SHOWN)
    )
    return tuple(
        Run(row.id, row.began_on, row.ended_on, row.way, objects or 0, row.signed_on is not None)
        for row, objects in rows
    )


def _how_many(work: Work, wanted: ColumnElement[bool]) -> int:
    return work.data.scalar(select(func.count()).where(wanted)) or 0
