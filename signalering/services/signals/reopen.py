"""A coordinator takes up a finished signal again."""

from uuid import UUID

from sqlalchemy import exists, select

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.reopen import ReopenSignal
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import SignalState
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.due import fresh_deadline
from signalering.services.signals.finding import move, overtaken, signal_of
from signalering.services.signals.take import begin_triage
from signalering.services.signals.thread import registered_on, thread_entries, thread_key
from signalering.services.signals.triage import (
    add_triage_entry,
    signed,
    triage_entries,
    triage_key,
)
from signalering.services.work import Work

FINISHED = frozenset({SignalState.CLOSED, SignalState.EXPIRED})


def reopen(work: Work, command: ReopenSignal) -> None:
    """Bring it back into triage, in the actor's hands and with a fresh deadline.

    A signal whose case still exists is not reopened: one person, one case.
    Raises NotFound, Denied, InvalidInput, NotAllowedNow, Conflict, CannotOpen.
    """
    bring_back(work, command)
    record(work, AuditAction.SIGNAL_REOPENED, command.signal_id, reason=command.reason)


def bring_back(work: Work, command: ReopenSignal) -> None:
    """The same without its audit entry: the verb that calls it writes one."""
    signal = signal_of(work, command.signal_id)
    actor = work.by()
    require(Permission.TRIAGE, actor, Subject(owner_id=signal.owner_id), work.clock.today())
    state = SignalState(signal.state)
    if state not in FINISHED:
        raise overtaken(work, signal.id)
    flow.check(state, SignalState.IN_TRIAGE, By.COORDINATOR, command.reason)
    if living_case(work, signal) is not None:
        raise NotAllowedNow("signal_has_case")
    thread = thread_entries(work, signal, thread_key(work, signal))
    move(
        work,
        signal,
        SignalState.IN_TRIAGE,
        owner_id=actor.account_id,
        registered_on=registered_on(thread),
        **fresh_deadline(work),
    )
    payload = signed(work, {"kind": "reopened", "reason": command.reason})
    add_triage_entry(work, signal, triage_key(work, signal), payload)
    begin_triage(work, signal)


def living_case(work: Work, signal: Signal) -> UUID | None:
    """The case that came of it, as the seal says, unless it was erased. Raises CannotOpen."""
    case_id = None
    for _, payload in triage_entries(work, signal, triage_key(work, signal)):
        if payload["kind"] == "case":
            case_id = UUID(payload["case"])
    if case_id is None or not work.data.scalar(select(exists().where(Case.id == case_id))):
        return None
    return case_id
