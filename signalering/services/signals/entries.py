"""Numbered entries of a signal: one sequence a signal and table, each entry sealed in its place."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.errors import Conflict
from signalering.models.signals.entries import ThreadEntry, TriageEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_payload, seal_payload
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.seals import Slot

Entry = ThreadEntry | TriageEntry
Payload = dict[str, Any]


def add_entry(
    work: Work, table: type[Entry], signal_id: UUID, key: RecordKey, payload: Mapping[str, Any]
) -> int:
    """Seal a payload as the signal's next entry, and give its number.

    The signal's row is locked meanwhile, so two who write at once get numbers that follow. Raises
    Conflict when its keys were renewed at this very moment.
    """
    keys = select(Signal.thread_key_id, Signal.triage_key_id).where(Signal.id == signal_id)
    held = work.data.execute(keys.with_for_update()).one_or_none()
    read = work.data.get(Signal, signal_id)
    known = (read.thread_key_id, read.triage_key_id) if read is not None else held
    if held is not None and known != tuple(held):
        # Sealed again under new keys since its row was read: what is written now would be lost.
        raise Conflict
    last = work.data.scalar(select(func.max(table.number)).where(table.signal_id == signal_id))
    number = (last or 0) + 1
    sealed = seal_payload(key, _slot(table, signal_id, number), payload)
    work.data.add(table(signal_id=signal_id, number=number, sealed=sealed))
    work.data.flush()
    return number


def first_entries(
    table: type[Entry], signal_id: UUID, key: RecordKey, payloads: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The rows with which a new signal begins, sealed: nobody else writes to it yet."""
    return [
        {
            "signal_id": signal_id,
            "number": number,
            "sealed": seal_payload(key, _slot(table, signal_id, number), payload),
        }
        for number, payload in enumerate(payloads, start=1)
    ]


def opened_entries(rows: Sequence[Entry], key: RecordKey) -> list[tuple[int, Payload]]:
    """Every entry of one signal with its number, in the order of the rows. Raises CannotOpen."""
    return [
        (row.number, open_payload(key, _slot(type(row), row.signal_id, row.number), row.sealed))
        for row in rows
    ]


def _slot(table: type[Entry], signal_id: UUID, number: int) -> Slot:
    return Slot(table.__tablename__, "sealed", signal_id, number)
