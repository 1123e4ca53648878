"""The coordinator waits for the resident no longer."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import SignalState
from signalering.services.audit.record import record
from signalering.services.signals.due import fresh_deadline
from signalering.services.signals.finding import move, signal_of
from signalering.services.work import Work


def resume(work: Work, signal_id: UUID) -> None:
    """Go on with triage; the card stays good. Raises NotFound, Denied, Conflict, NotAllowedNow."""
    signal = signal_of(work, signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    flow.check(SignalState(signal.state), SignalState.IN_TRIAGE, By.OWNER)
    move(work, signal, SignalState.IN_TRIAGE, owner_id=signal.owner_id, **fresh_deadline(work))
    record(work, AuditAction.TRIAGE_RESUMED, signal.id)
