"""Which record a key belongs to, and how its rows are sealed again under another."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import KeyGroup
from signalering.models.cases.case import Case, CaseEntry
from signalering.models.signals.contact import ContactDetails
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal
from signalering.models.statistics.fact import PendingFact
from signalering.services.sealing import open_key, open_payload
from signalering.services.statistics.pend import FACT_SIZE
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot, open_sealed, seal, seal_fixed
from signalering.vault.wraps import Purpose

Record = Signal | ContactDetails | Case
Row = TypeVar("Row", Signal, ContactDetails, Case)
SealedRow = ThreadEntry | TriageEntry | CaseEntry | ContactDetails | PendingFact


@dataclass(frozen=True)
class KeyUse:
    """The row that names a key, and what the key is for."""

    purpose: Purpose
    record: Record


def use_of(work: Work, key_id: UUID) -> KeyUse | None:
    """Who names this key; the row is held, so that nobody writes under it meanwhile."""
    signal = _held(
        work, Signal, (Signal.thread_key_id == key_id) | (Signal.triage_key_id == key_id)
    )
    if signal is not None:
        is_thread = signal.thread_key_id == key_id
        return KeyUse(Purpose.THREAD if is_thread else Purpose.TRIAGE, signal)
    case = _held(work, Case, Case.key_id == key_id)
    if case is not None:
        return KeyUse(Purpose.CASE, case)
    details = _held(work, ContactDetails, ContactDetails.key_id == key_id)
    return None if details is None else KeyUse(Purpose.CONTACT, details)


def _held(work: Work, table: type[Row], named: ColumnElement[bool]) -> Row | None:
    return work.data.scalar(
        select(table).where(named).with_for_update().execution_options(populate_existing=True)
    )


def reporter_of(work: Work, use: KeyUse) -> UUID | None:
    """Whose thread it is, as the triage seal of the same signal says. Raises CannotOpen."""
    signal = use.record
    if use.purpose is not Purpose.THREAD or not isinstance(signal, Signal):
        return None
    key = open_key(work, KeyGroup.CASEWORK, Purpose.TRIAGE, signal.triage_key_id)
    entries = work.data.scalars(select(TriageEntry).where(TriageEntry.signal_id == signal.id))
    for entry in entries:
        payload = open_payload(key, _slot(entry), entry.sealed)
        if payload["kind"] == "reporter":
            return UUID(payload["account"])
    return None


def reseal(
    work: Work, use: KeyUse, old_id: UUID, old: RecordKey, new_id: UUID, new: RecordKey
) -> None:
    """Seal every row of the record again, and let it name the new key.

    A seal that does not open stays as it is: nobody could read it before either.
    """
    for row in [*_rows(work, use), *_facts(work, old_id)]:
        slot = _slot(row)
        try:
            text = open_sealed(old, slot, row.sealed)
        except CannotOpen:
            continue
        if isinstance(row, PendingFact):
            row.sealed, row.key_id = seal_fixed(new, slot, text, FACT_SIZE), new_id
        else:
            row.sealed = seal(new, slot, text)
    if isinstance(use.record, Signal):
        if use.purpose is Purpose.THREAD:
            use.record.thread_key_id = new_id
        else:
            use.record.triage_key_id = new_id
    else:
        use.record.key_id = new_id
    work.data.flush()


def _rows(work: Work, use: KeyUse) -> Iterable[SealedRow]:
    record = use.record
    if isinstance(record, ContactDetails):
        return [record]
    if isinstance(record, Case):
        return work.data.scalars(select(CaseEntry).where(CaseEntry.case_id == record.id)).all()
    if use.purpose is Purpose.THREAD:
        thread = select(ThreadEntry).where(ThreadEntry.signal_id == record.id)
        return work.data.scalars(thread).all()
    return work.data.scalars(select(TriageEntry).where(TriageEntry.signal_id == record.id)).all()


def _facts(work: Work, key_id: UUID) -> Iterable[PendingFact]:
    return work.data.scalars(select(PendingFact).where(PendingFact.key_id == key_id)).all()


def _slot(row: SealedRow) -> Slot:
    if isinstance(row, ThreadEntry | TriageEntry):
        return Slot(row.__tablename__, "sealed", row.signal_id, row.number)
    if isinstance(row, CaseEntry):
        return Slot(row.__tablename__, "sealed", row.case_id, row.number)
    return Slot(row.__tablename__, "sealed", row.id, 0)
