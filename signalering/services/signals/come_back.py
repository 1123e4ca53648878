"""Details came late: the signal goes on where somebody can do something with them."""

from uuid import UUID

from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import MailKind
from signalering.domain.states import SignalState
from signalering.models.signals.signal import Signal
from signalering.services.accounts.covering import stand_in_of
from signalering.services.network.queue import queue
from signalering.services.signals.due import fresh_deadline
from signalering.services.signals.finding import move
from signalering.services.work import Work

# Where it goes from; anywhere else it stays, for somebody has it, or is about to.
BACK_TO = {
    SignalState.AWAITING_RESIDENT: SignalState.IN_TRIAGE,
    SignalState.NOTED: SignalState.NEW,
    SignalState.EXPIRED: SignalState.NEW,
    SignalState.CLOSED: SignalState.NEW,
}


def come_back(work: Work, signal: Signal) -> None:
    """Move it by the resident's yes, with a fresh deadline; its keeper hears that something waits.

    Raises Conflict, NotAllowedNow.
    """
    end = BACK_TO.get(SignalState(signal.state))
    if end is SignalState.IN_TRIAGE:
        go_on(work, signal, By.RESIDENT)
    elif end is not None:
        flow.check(SignalState(signal.state), end, By.RESIDENT)
        move(work, signal, end, owner_id=None, **fresh_deadline(work))
    tell(work, signal.owner_id)


def go_on(work: Work, signal: Signal, by: By) -> None:
    """Back into triage with a fresh deadline, as what was waited for came.

    When its keeper's account ended meanwhile it goes on to the queue: in triage with nobody it
    would stand in none. Raises Conflict, NotAllowedNow.
    """
    end = SignalState.IN_TRIAGE
    flow.check(SignalState(signal.state), end, by)
    if signal.owner_id is None:
        flow.check(end, SignalState.NEW, By.SYSTEM)
        end = SignalState.NEW
    move(work, signal, end, owner_id=signal.owner_id, **fresh_deadline(work))


def tell(work: Work, account_id: UUID | None) -> None:
    """Queue a mail that says only that something waits; not to oneself, nor to nobody.

    Who stands in for somebody who is away hears it too.
    """
    if account_id is None:
        return
    actor = work.actor.account_id if work.actor else None
    for one in (account_id, stand_in_of(work, account_id)):
        if one is not None and one != actor:
            queue(work, MailKind.SIGNAL_NEWS, one)
