"""A coordinator hands a signal back to the queue."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import SignalState
from signalering.services.audit.record import record
from signalering.services.signals.finding import move, signal_of
from signalering.services.signals.publish import publish_status
from signalering.services.signals.thread import thread_key
from signalering.services.work import Work


def hand_back(work: Work, signal_id: UUID) -> UUID | None:
    """Put it back among the new ones; its deadline runs on. Gives who had it.

    Raises NotFound, Denied, NotAllowedNow, Conflict, CannotOpen.
    """
    signal = signal_of(work, signal_id)
    had = signal.owner_id
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    flow.check(SignalState(signal.state), SignalState.NEW, By.OWNER)
    move(work, signal, SignalState.NEW, owner_id=None)
    status = flow.reporter_status(SignalState.NEW)
    publish_status(work, signal, thread_key(work, signal), status)
    record(work, AuditAction.SIGNAL_HANDED_BACK, signal.id)
    return had
