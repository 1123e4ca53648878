"""Ask the reporters of two signals whether they are about one person."""

from uuid import UUID

from signalering.domain.access import Permission, Subject, require
from signalering.domain.commands.signals.ask import AskReporter
from signalering.domain.commands.signals.ask_both import AskBothReporters
from signalering.domain.errors import InvalidInput
from signalering.domain.states import SignalState
from signalering.services.signals.ask import ask
from signalering.services.signals.finding import signal_of
from signalering.services.signals.similar import similar_signals
from signalering.services.signals.take import take
from signalering.services.signals.thread import registered_on, thread_entries, thread_key
from signalering.services.work import Work


def ask_both(work: Work, command: AskBothReporters) -> None:
    """The same question on each, in one step; one that is new is taken in hand for it.

    Raises NotFound, Denied (a colleague has the other), InvalidInput, NotAllowedNow, Conflict,
    CannotOpen.
    """
    if command.other_id not in {one for one, _ in pair(work, command.signal_id)}:
        raise InvalidInput("other", "unknown_code")
    for signal_id in (command.signal_id, command.other_id):
        if signal_of(work, signal_id).state == SignalState.NEW:
            take(work, signal_id)
        ask(work, AskReporter(signal_id, command.text, True, command.no_names))


def pair(work: Work, signal_id: UUID) -> list[tuple[UUID, str]]:
    """The similar signals that this one's keeper can ask about too, with their references.

    Raises NotFound, Denied, CannotOpen.
    """
    signal = signal_of(work, signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    day = registered_on(thread_entries(work, signal, thread_key(work, signal)))
    found = []
    for similar in similar_signals(work, signal, day):
        other = signal_of(work, similar.signal_id)
        mine = work.by().keeps(other.owner_id) and other.state == SignalState.IN_TRIAGE
        if mine or other.state == SignalState.NEW:
            found.append((other.id, other.reference))
    return found
