"""Give new signals, or one's own, to a colleague; several in one step."""

from uuid import UUID

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.assign import AssignSignals
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import KeyGroup, MailKind
from signalering.domain.states import SignalState
from signalering.domain.views.accounts.cover import Colleague
from signalering.models.signals.signal import Signal
from signalering.services.accounts.covering import colleagues_of
from signalering.services.audit.record import record
from signalering.services.keys.coverage import holders
from signalering.services.network.queue import queue
from signalering.services.signals.finding import move, signal_of
from signalering.services.signals.take import begin_triage
from signalering.services.work import Work

MOST = 50


def assign(work: Work, command: AssignSignals) -> int:
    """All of them or none; their deadlines run on. Gives how many.

    A new one is taken in hand on the way, one's own goes over as it stands. The colleague hears
    by a mail without content. Raises Denied, NotFound, InvalidInput, CannotOpen; Conflict with a
    colleague's name or NotAllowedNow when one of them is somebody else's by now, or finished.
    """
    require(Permission.TRIAGE, work.by(), None, work.clock.today())
    if not command.signal_ids:
        raise InvalidInput("signals", "required")
    if len(command.signal_ids) > MOST:
        raise InvalidInput("signals", "between", least="1", most=str(MOST))
    if command.owner_id not in holders(work, KeyGroup.CASEWORK):
        raise InvalidInput("owner", "unknown_code")
    for signal_id in dict.fromkeys(command.signal_ids):
        _hand_over(work, signal_id, command.owner_id)
    if command.owner_id != work.by().account_id:
        queue(work, MailKind.SIGNAL_NEWS, command.owner_id)
    return len(set(command.signal_ids))


def colleagues(work: Work) -> tuple[Colleague, ...]:
    """Who can have a signal in hand, by name: active coordinators with the key. Raises Denied."""
    require(Permission.TRIAGE, work.by(), None, work.clock.today())
    return colleagues_of(work, holders(work, KeyGroup.CASEWORK))


def _hand_over(work: Work, signal_id: UUID, owner_id: UUID) -> None:
    signal = signal_of(work, signal_id)
    state = SignalState(signal.state)
    if state is SignalState.NEW:
        flow.check(state, SignalState.IN_TRIAGE, By.COORDINATOR)
        move(work, signal, SignalState.IN_TRIAGE, owner_id=owner_id)
        begin_triage(work, signal)
    elif _may_pass_on(work, signal, state):
        move(work, signal, state, owner_id=owner_id)
    else:
        raise NotAllowedNow("not_yours_to_assign")
    record(work, AuditAction.SIGNAL_ASSIGNED, signal.id, account_id=owner_id)


def _may_pass_on(work: Work, signal: Signal, state: SignalState) -> bool:
    """What one has in hand, be it for a colleague, and what nobody has."""
    return state in flow.OWNED and (signal.owner_id is None or work.by().keeps(signal.owner_id))
