"""A reporter takes a signal back."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import DomainError, NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import SignalState
from signalering.services.audit.record import record
from signalering.services.signals.cards import void_cards
from signalering.services.signals.details import destroy_details
from signalering.services.signals.due import NO_DEADLINE
from signalering.services.signals.finding import move
from signalering.services.signals.own import own_signal
from signalering.services.work import Work


def withdraw(work: Work, signal_id: UUID) -> None:
    """Withdraw one's own signal; contact details that came with it are destroyed.

    Raises NotFound, Denied, and NotAllowedNow once somebody has it in hand.
    """
    signal = own_signal(work, signal_id)
    try:
        flow.check(SignalState(signal.state), SignalState.WITHDRAWN, By.REPORTER)
        move(work, signal, SignalState.WITHDRAWN, owner_id=None, **NO_DEADLINE)
    except DomainError:
        # Not who has it, nor what state it is in: the reporter hears that on its day.
        raise NotAllowedNow from None
    void_cards(work, signal.id)
    destroy_details(work, signal)
    record(work, AuditAction.SIGNAL_WITHDRAWN, signal.id)
