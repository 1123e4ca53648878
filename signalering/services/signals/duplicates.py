"""Which signals say the same, as both of their triages have it."""

from collections.abc import Iterable
from uuid import UUID

from signalering.models.signals.signal import Signal
from signalering.services.signals.entries import Payload
from signalering.services.signals.finding import signal_of
from signalering.services.signals.triage import (
    add_triage_entry,
    signed,
    triage_entries,
    triage_key,
)
from signalering.services.work import Work


def repeating(entries: Iterable[tuple[int, Payload]]) -> dict[UUID, bool]:
    """The other signals that this triage names; true for what this one repeats."""
    found: dict[UUID, bool] = {}
    for _, payload in entries:
        if payload["kind"] == "no_duplicate":
            found.pop(UUID(payload["signal"]), None)
        elif payload["kind"] == "duplicate":
            found[UUID(payload["signal"])] = False
        elif payload.get("duplicate_of"):
            found[UUID(payload["duplicate_of"])] = True
    return found


def no_longer_repeats(work: Work, signal_id: UUID) -> None:
    """Both triages say that the last ending was a mistake, if it named another: what an earlier one

    said still stands. Raises CannotOpen.
    """
    signal = signal_of(work, signal_id)
    key = triage_key(work, signal)
    endings = [p for _, p in triage_entries(work, signal, key) if p["kind"] == "ending"]
    if not endings or not endings[-1]["duplicate_of"]:
        return
    other_id = UUID(endings[-1]["duplicate_of"])
    add_triage_entry(work, signal, key, _no_duplicate(work, other_id))
    other = work.data.get(Signal, other_id)
    if other is not None:
        add_triage_entry(work, other, triage_key(work, other), _no_duplicate(work, signal_id))


def _no_duplicate(work: Work, signal_id: UUID) -> Payload:
    return signed(work, {"kind": "no_duplicate", "signal": str(signal_id)})
