"""A card was handed over: the coordinator leaves the next word to the resident."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import SignalDeadline
from signalering.domain.states import SignalState
from signalering.services.audit.record import record
from signalering.services.signals.cards import waiting_until
from signalering.services.signals.finding import move, signal_of
from signalering.services.work import Work


def wait(work: Work, signal_id: UUID) -> None:
    """Wait for as long as the card is valid. Its reporter sees no change.

    Raises NotFound, Denied, Conflict, NotAllowedNow when there is no card to wait for.
    """
    signal = signal_of(work, signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    flow.check(SignalState(signal.state), SignalState.AWAITING_RESIDENT, By.OWNER)
    until = waiting_until(work, signal.id)
    if until is None:
        raise NotAllowedNow("no_card")
    move(
        work,
        signal,
        SignalState.AWAITING_RESIDENT,
        owner_id=signal.owner_id,
        deadline_on=until,
        deadline_kind=SignalDeadline.CARD.value,
    )
    record(work, AuditAction.RESIDENT_AWAITED, signal.id)
