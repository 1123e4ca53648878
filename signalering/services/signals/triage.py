"""What coordinators alone read of a signal: reporter, remarks, true ending, link to the case."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from signalering.domain.lifecycles import KeyGroup
from signalering.models.signals.entries import TriageEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_key
from signalering.services.signals.entries import Payload, add_entry, opened_entries
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey
from signalering.vault.wraps import Purpose


def triage_key(work: Work, signal: Signal) -> RecordKey:
    """The key of the signal's triage, as a coordinator. Raises CannotOpen."""
    return open_key(work, KeyGroup.CASEWORK, Purpose.TRIAGE, signal.triage_key_id)


def add_triage_entry(work: Work, signal: Signal, key: RecordKey, payload: Mapping[str, Any]) -> int:
    """Seal a payload as the triage's next entry, and give its number."""
    return add_entry(work, TriageEntry, signal.id, key, payload)


def triage_entries(work: Work, signal: Signal, key: RecordKey) -> list[tuple[int, Payload]]:
    """Every entry of the triage with its number, oldest first. Raises CannotOpen."""
    query = (
        select(TriageEntry).where(TriageEntry.signal_id == signal.id).order_by(TriageEntry.number)
    )
    return opened_entries(work.data.scalars(query).all(), key)


def signed(work: Work, payload: Mapping[str, Any]) -> dict[str, Any]:
    """The payload with who wrote it and when."""
    return {
        **payload,
        "by": str(work.by().account_id),
        "at": work.clock.now().isoformat(timespec="seconds"),
    }
