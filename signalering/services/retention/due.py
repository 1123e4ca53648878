"""What may be erased by a day, as a question to the database: clear columns alone, no key.

Asked of everything for the notice and the preview, and of one thing again, held still, before it
goes: so the two never differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select

from signalering.domain.clock import month_of
from signalering.domain.retention import (
    Erasable,
    KeepFor,
    Kept,
    counted_by,
    kept_through_month,
    started_by,
)
from signalering.domain.states import CaseState, SignalState
from signalering.models.audit.segment import AuditSegment
from signalering.models.cases.case import Case
from signalering.models.retention.hold import ErasureHold
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.signal import Signal
from signalering.models.statistics.release import Release
from signalering.services.retention.policy import cases_wait, term
from signalering.services.work import Work

# What somebody is still at work on goes from under nobody.
FINISHED = (
    SignalState.NOTED,
    SignalState.CLOSED,
    SignalState.EXPIRED,
    SignalState.WITHDRAWN,
)
FINISHED_CODES = [state.value for state in FINISHED]


@dataclass(frozen=True)
class Due:
    """One thing, and the last day on which it is kept."""

    kind: Erasable
    object_id: UUID
    due_on: date


def due(
    work: Work,
    kind: Erasable,
    by: date,
    only: UUID | None = None,
    keep_for: KeepFor | None = None,
) -> Iterator[Due]:
    """Everything of a kind, or this one, whose last day has come by that day; held things don't.

    `keep_for`: as it would be with another term, for what has but one.
    """
    if kind is Erasable.CASE:
        yield from _cases(work, by, only)
    elif kind is Erasable.SIGNAL:
        yield from _signals(work, by, only, keep_for or term(work, Kept.SIGNAL))
    elif kind is Erasable.DETAILS:
        yield from _details(work, by, only)
    else:
        yield from _audit(work, by, only, keep_for or term(work, Kept.AUDIT))


def last_day(work: Work, kind: Erasable, object_id: UUID, today: date) -> date | None:
    """The last day of one thing that may go today; None when it may not, or not any more."""
    for one in due(work, kind, today, object_id):
        return one.due_on if one.due_on < today else None
    return None


def _signals(work: Work, by: date, only: UUID | None, keep_for: KeepFor) -> Iterator[Due]:
    """Of a finished one only the month is known, so it is kept through a month.

    One that a case holds waits until its keeper lets go (cases/renew_holds.py), however old. One
    whose year's figures are not out waits for them, for some months.
    """
    released = set(work.data.scalars(select(Release.period)))
    query = (
        select(Signal.id, Signal.registered_on, ErasureHold.until)
        .outerjoin(ErasureHold, ErasureHold.object_id == Signal.id)
        .where(
            _free(by),
            Signal.state.in_(FINISHED_CODES),
            Signal.hold_until.is_(None),
            Signal.registered_on <= started_by(keep_for, by),
            *_only(Signal.id == only, only),
        )
    )
    for object_id, registered_on, held in work.data.execute(query):
        last = kept_through_month(keep_for, registered_on)
        if str(registered_on.year) not in released:
            last = max(last, counted_by(registered_on))
        if last <= by:
            yield Due(Erasable.SIGNAL, object_id, max(last, held or last))


def _cases(work: Work, by: date, only: UUID | None) -> Iterator[Due]:
    if cases_wait(work):
        return
    query = (
        select(Case.id, Case.erase_after, Case.hold_until, ErasureHold.until)
        .outerjoin(ErasureHold, ErasureHold.object_id == Case.id)
        .where(
            _free(by),
            Case.state == CaseState.CLOSED.value,
            Case.erase_after <= by,
            Case.restricted.is_(false()),
            or_(Case.hold_until.is_(None), Case.hold_until <= by),
            *_only(Case.id == only, only),
        )
    )
    for object_id, *days in work.data.execute(query):
        yield Due(Erasable.CASE, object_id, max(day for day in days if day is not None))


def _details(work: Work, by: date, only: UUID | None) -> Iterator[Due]:
    """Of a signal that is held, the envelope is held too."""
    query = (
        select(ContactDetails.id, ContactDetails.lapses_on, ErasureHold.until)
        .outerjoin(ErasureHold, ErasureHold.object_id == ContactDetails.signal_id)
        .where(
            _free(by),
            ContactDetails.signal_id.is_not(None),
            ContactDetails.lapses_on <= by,
            *_only(ContactDetails.id == only, only),
        )
    )
    for object_id, *days in work.data.execute(query):
        yield Due(Erasable.DETAILS, object_id, max(day for day in days if day is not None))


def _audit(work: Work, by: date, only: UUID | None, keep_for: KeepFor) -> Iterator[Due]:
    query = select(AuditSegment.id, AuditSegment.opened_in).where(
        AuditSegment.opened_in <= month_of(started_by(keep_for, by)),
        *_only(AuditSegment.id == only, only),
    )
    for object_id, month in work.data.execute(query):
        last = kept_through_month(keep_for, date.fromisoformat(f"{month}-01"))
        yield Due(Erasable.AUDIT, object_id, last)


def _free(by: date) -> ColumnElement[bool]:
    """What no hold keeps longer than that day."""
    return or_(ErasureHold.until.is_(None), ErasureHold.until <= by)


def _only(clause: ColumnElement[bool], only: UUID | None) -> tuple[ColumnElement[bool], ...]:
    return () if only is None else (clause,)
