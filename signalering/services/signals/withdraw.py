"""A reporter takes a signal back."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import DomainError, NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import ReporterStatus, SignalState
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.sealing import open_own_key
from signalering.services.signals.cards import void_cards
from signalering.services.signals.details import destroy_details
from signalering.services.signals.due import NO_DEADLINE
from signalering.services.signals.finding import move
from signalering.services.signals.mine import WITHDRAWABLE
from signalering.services.signals.own import own_signal
from signalering.services.signals.thread import shown_status, thread_entries
from signalering.services.work import Work
from signalering.vault.wraps import Purpose


def withdraw(work: Work, signal_id: UUID) -> None:
    """Withdraw one's own signal; contact details that came with it are destroyed.

    Raises NotFound, Denied, CannotOpen, and NotAllowedNow once somebody has it in hand.
    """
    signal = own_signal(work, signal_id)
    if _shown(work, signal) not in WITHDRAWABLE:
        # One that a resident brought back is finished, as far as its reporter knows.
        raise NotAllowedNow
    try:
        flow.check(SignalState(signal.state), SignalState.WITHDRAWN, By.REPORTER)
        move(work, signal, SignalState.WITHDRAWN, owner_id=None, **NO_DEADLINE)
    except DomainError:
        # Not who has it, nor what state it is in: the reporter hears that on its day.
        raise NotAllowedNow from None
    void_cards(work, signal.id)
    destroy_details(work, signal)
    record(work, AuditAction.SIGNAL_WITHDRAWN, signal.id)


def _shown(work: Work, signal: Signal) -> ReporterStatus:
    key = open_own_key(work, Purpose.THREAD, signal.thread_key_id)
    return shown_status(thread_entries(work, signal, key), work.clock.now()).status
