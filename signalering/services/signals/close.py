"""A coordinator ends the triage of a signal without a case."""

from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.close import CloseSignal
from signalering.domain.errors import InvalidInput
from signalering.domain.states import FeedbackLine, NotSuitableReason, SignalEnding, SignalState
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.finding import signal_of
from signalering.services.signals.finish import finish
from signalering.services.signals.similar import similar_signals
from signalering.services.signals.thread import registered_on, thread_entries, thread_key
from signalering.services.signals.triage import (
    add_triage_entry,
    signed,
    triage_entries,
    triage_key,
)
from signalering.services.work import Work

C = TypeVar("C", bound=StrEnum)


def close(work: Work, command: CloseSignal) -> UUID | None:
    """Close it with an ending, and give who had it. Opening a case is a verb of its own.

    Contact details stay sealed until they lapse: it may be reopened.
    Raises NotFound, Denied, InvalidInput, NotAllowedNow, Conflict, CannotOpen.
    """
    ending = _code(SignalEnding, "ending", command.ending)
    if ending is SignalEnding.CASE_OPENED:
        raise InvalidInput("ending", "unknown_code")
    reason = _code(NotSuitableReason, "reason", command.reason) if command.reason else None
    line = _code(FeedbackLine, "feedback", command.line) if command.line else None
    signal = signal_of(work, command.signal_id)
    had = signal.owner_id
    other = _other(work, command, ending)
    finish(work, signal, ending, reason, line, duplicate_of=other.id if other else None)
    if other is not None:
        payload = signed(work, {"kind": "duplicate", "signal": str(signal.id)})
        add_triage_entry(work, other, triage_key(work, other), payload)
    record(
        work,
        AuditAction.SIGNAL_CLOSED,
        signal.id,
        ending=ending.value,
        reason=reason.value if reason else "",
        feedback=line.value if line else "",
    )
    return had


def _other(work: Work, command: CloseSignal, ending: SignalEnding) -> Signal | None:
    """The signal that this one repeats; which that is stands in both seals alone."""
    if command.duplicate_of is None:
        return None
    if ending is not SignalEnding.DUPLICATE or command.duplicate_of == command.signal_id:
        raise InvalidInput("duplicate_of", "reason_not_asked")
    other = work.data.get(Signal, command.duplicate_of)
    if other is None:
        raise InvalidInput("duplicate_of", "unknown_code")
    if _goes_nowhere(work, other):
        raise InvalidInput("duplicate_of", "repeats_nothing")
    return other


def _goes_nowhere(work: Work, other: Signal) -> bool:
    """Withdrawn, or itself closed as a duplicate: two that point at each other help nobody."""
    if other.state == SignalState.WITHDRAWN:
        return True
    endings = [
        payload["ending"]
        for _, payload in triage_entries(work, other, triage_key(work, other))
        if payload["kind"] == "ending"
    ]
    is_duplicate = bool(endings) and endings[-1] == SignalEnding.DUPLICATE
    return other.state == SignalState.CLOSED and is_duplicate


def closing(work: Work, signal_id: UUID) -> str:
    """The reference of what is about to be closed; no word is opened. Raises NotFound, Denied."""
    signal = signal_of(work, signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    return signal.reference


def repeated(work: Work, signal_id: UUID) -> list[tuple[UUID, str]]:
    """The signals that this one may be a duplicate of. Raises NotFound, Denied, CannotOpen."""
    signal = signal_of(work, signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    day = registered_on(thread_entries(work, signal, thread_key(work, signal)))
    return [(one.signal_id, one.reference) for one in similar_signals(work, signal, day)]


def _code(codes: type[C], field: str, value: str) -> C:
    try:
        return codes(value)
    except ValueError:
        code = "unknown_code" if value else "required"
        raise InvalidInput(field, code) from None
