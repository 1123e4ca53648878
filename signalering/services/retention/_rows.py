"""The rows that go when their key is erased."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, select, update

from signalering.domain.lifecycles import CardState
from signalering.models.audit.segment import AuditEntry, AuditSegment
from signalering.models.cases.case import Case, CaseEntry
from signalering.models.cases.task import CaseTask
from signalering.models.referrals.answer import ReferralAnswer
from signalering.models.referrals.referral import Referral
from signalering.models.retention.hold import ErasureHold
from signalering.models.retention.notice import ErasureNotice
from signalering.models.signals.contact import ContactCard, ContactDetails
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal, SignalIndicator, SignalWish
from signalering.models.statistics.fact import PendingFact
from signalering.services.work import Work

AT_ONCE = 200
Counts = Counter[str]


def delete_rows_of(work: Work, key_ids: Iterable[UUID]) -> Counts:
    """Delete every row of the data that belongs to one of these keys; gives how many of what.

    A case goes with all that hangs on it. A signal goes when both its keys did, a segment of the
    audit trail with its entries. Keys that no row names do nothing: a second run finds nothing.
    """
    ids, gone = sorted(key_ids), Counts()
    for start in range(0, len(ids), AT_ONCE):
        _some(work, ids[start : start + AT_ONCE], gone)
    return gone


def _some(work: Work, ids: list[UUID], gone: Counts) -> None:
    _go(work, gone, PendingFact, PendingFact.key_id.in_(ids))
    cases = work.data.scalars(select(Case.id).where(Case.key_id.in_(ids))).all()
    _contacts(work, gone, ContactDetails.key_id.in_(ids) | ContactDetails.case_id.in_(cases))
    _go(work, gone, CaseEntry, CaseEntry.case_id.in_(cases))
    _go(work, gone, CaseTask, CaseTask.case_id.in_(cases))
    referrals = select(Referral.id).where(Referral.case_id.in_(cases))
    _go(work, gone, ReferralAnswer, ReferralAnswer.referral_id.in_(referrals))
    _go(work, gone, Referral, Referral.case_id.in_(cases))
    _go(work, gone, Case, Case.id.in_(cases))
    _forget(work, cases)
    _go(work, gone, AuditEntry, AuditEntry.segment_id.in_(ids))
    segments = work.data.scalars(select(AuditSegment.id).where(AuditSegment.id.in_(ids))).all()
    _go(work, gone, AuditSegment, AuditSegment.id.in_(segments))
    _forget(work, segments)
    _signals(work, gone, ids)


def _contacts(work: Work, gone: Counts, which: ColumnElement[bool]) -> None:
    contacts = work.data.scalars(select(ContactDetails.id).where(which)).all()
    # The paper card is still out there: it serves nothing any more.
    work.data.execute(
        update(ContactCard)
        .where(ContactCard.contact_id.in_(contacts))
        .values(contact_id=None, state=CardState.VOID, valid_until=None)
        .execution_options(synchronize_session=False)
    )
    _go(work, gone, ContactDetails, ContactDetails.id.in_(contacts))
    _forget(work, contacts)


def _signals(work: Work, gone: Counts, ids: Sequence[UUID]) -> None:
    threads = select(Signal.id).where(Signal.thread_key_id.in_(ids))
    triages = select(Signal.id).where(Signal.triage_key_id.in_(ids))
    of_thread = set(work.data.scalars(threads))
    of_triage = set(work.data.scalars(triages))
    _go(work, gone, ThreadEntry, ThreadEntry.signal_id.in_(of_thread))
    _go(work, gone, TriageEntry, TriageEntry.signal_id.in_(of_triage))
    both = of_thread & of_triage
    if not both:
        return
    _contacts(work, gone, ContactDetails.signal_id.in_(both))
    _go(work, gone, ContactCard, ContactCard.signal_id.in_(both))
    _go(work, gone, SignalIndicator, SignalIndicator.signal_id.in_(both))
    _go(work, gone, SignalWish, SignalWish.signal_id.in_(both))
    _go(work, gone, Signal, Signal.id.in_(both))
    _forget(work, sorted(both))


def _forget(work: Work, ids: Sequence[UUID]) -> None:
    """What stood about them in the room of retention, which is counted with nothing."""
    for column in (ErasureHold.object_id, ErasureNotice.object_id):
        work.data.execute(
            delete(column.class_)
            .where(column.in_(ids))
            .execution_options(synchronize_session=False)
        )


def _go(work: Work, gone: Counts, model: Any, which: ColumnElement[bool]) -> None:
    table: Table = model.__table__
    result = work.data.execute(
        delete(model).where(which).execution_options(synchronize_session=False)
    )
    count = getattr(result, "rowcount", 0)
    if count:
        gone[table.name] += count
