"""The coordinator waits no longer: for the resident, or for an answer that came by phone."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import ReporterStatus, SignalState
from signalering.services.audit.record import record
from signalering.services.signals.due import fresh_deadline
from signalering.services.signals.finding import move, signal_of
from signalering.services.signals.publish import publish_status
from signalering.services.signals.thread import thread_key
from signalering.services.work import Work


def resume(work: Work, signal_id: UUID) -> None:
    """Go on with triage; a card stays good. Raises NotFound, Denied, Conflict, NotAllowedNow."""
    signal = signal_of(work, signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    before = SignalState(signal.state)
    flow.check(before, SignalState.IN_TRIAGE, By.OWNER)
    move(work, signal, SignalState.IN_TRIAGE, owner_id=signal.owner_id, **fresh_deadline(work))
    if before is SignalState.QUESTION_ASKED:
        publish_status(work, signal, thread_key(work, signal), ReporterStatus.PICKED_UP)
    record(work, AuditAction.TRIAGE_RESUMED, signal.id)
