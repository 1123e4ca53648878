"""Where one's own signals stand, as it shows by now: a status, a line, and nothing else."""

from signalering.domain.flows.signal import reporter_status
from signalering.domain.states import ContactAnswer, ReporterStatus, SignalState
from signalering.domain.views.signals.mine import MySignal
from signalering.models.signals.entries import ThreadEntry
from signalering.models.signals.signal import Signal
from signalering.services.sealing import open_own_key
from signalering.services.signals.entries import opened_entries
from signalering.services.signals.own import own_signals
from signalering.services.signals.thread import (
    ShownStatus,
    registered_on,
    shown_status,
    threads_of,
)
from signalering.services.signals.unread import Side, is_unread
from signalering.services.work import Work
from signalering.vault.wraps import Purpose

# These ends are nobody's work, so they show at once: the reporter's own, and a term that passed.
AT_ONCE = frozenset({SignalState.WITHDRAWN, SignalState.EXPIRED})
WITHDRAWABLE = frozenset({ReporterStatus.RECEIVED, ReporterStatus.QUESTION_FOR_YOU})


def mine(work: Work) -> tuple[MySignal, ...]:
    """All of the actor's own signals, newest first. Raises Denied, CannotOpen."""
    signals = own_signals(work)
    threads = threads_of(work, [signal.id for signal in signals])
    shown = [_shown(work, signal, threads.get(signal.id, [])) for signal in signals]
    # By the sealed day: in the order of the clear one a finished signal would stand out.
    return tuple(sorted(shown, key=lambda one: (one.registered_on, one.reference), reverse=True))


def _shown(work: Work, signal: Signal, rows: list[ThreadEntry]) -> MySignal:
    state = SignalState(signal.state)
    entries = opened_entries(rows, open_own_key(work, Purpose.THREAD, signal.thread_key_id))
    if state in AT_ONCE:
        shown = ShownStatus(reporter_status(state))
    else:
        shown = shown_status(entries, work.clock.now())
    return MySignal(
        signal_id=signal.id,
        reference=signal.reference,
        registered_on=registered_on(entries),
        status=shown.status,
        line=shown.line,
        unread=is_unread(entries, Side.REPORTER, work.clock.now()),
        # By what shows, not by the state: else the offer would tell what isn't published yet.
        # Whether some came by card meanwhile is not the reporter's to know.
        can_add_details=state is not SignalState.WITHDRAWN
        and signal.contact_answer != ContactAnswer.YES_DETAILS,
        can_withdraw=shown.status in WITHDRAWABLE and state is not SignalState.NOTED,
    )
