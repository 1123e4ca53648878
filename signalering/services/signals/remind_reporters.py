"""A question that waits half its time: its reporter is reminded once.

The timer has no keys, and a mail that waits for its day would tie a reporter to a signal. So this
is done by the first coordinator who opens the inbox, whoever asked.
"""

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen
from signalering.domain.states import SignalState
from signalering.domain.views.signals.reply import MessageKind
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.publish import tell_reporter
from signalering.services.signals.thread import add_thread_entry, thread_entries, thread_key
from signalering.services.work import Work


def remind_reporters(work: Work) -> int:
    """Remind those who had five working days, once a question; how many."""
    today, calendar = work.clock.today(), work.calendar
    left = work.periods.question_working_days - work.periods.question_reminder_working_days
    waiting = work.data.scalars(
        select(Signal)
        .where(
            Signal.state == SignalState.QUESTION_ASKED.value,
            Signal.deadline_on <= calendar.add_working_days(today, left),
        )
        # Two who open the inbox at once remind a reporter once.
        .order_by(Signal.id)
        .with_for_update()
    ).all()
    return sum(_tried(work, signal) for signal in waiting)


def _tried(work: Work, signal: Signal) -> bool:
    """One that doesn't open, or of which a part doesn't, keeps no other from being reminded."""
    try:
        with work.keys.begin_nested(), work.data.begin_nested():
            return _remind(work, signal)
    except CannotOpen:
        return False


def _remind(work: Work, signal: Signal) -> bool:
    key = thread_key(work, signal)
    since_question: list[str] = []
    for _, payload in thread_entries(work, signal, key):
        if payload["kind"] == MessageKind.QUESTION:
            since_question = []
        since_question.append(payload["kind"])
    if "reminder" in since_question:
        return False
    at = work.clock.now().isoformat(timespec="seconds")
    number = add_thread_entry(work, signal, key, {"kind": "reminder", "at": at})
    tell_reporter(work, signal)
    record(work, AuditAction.REPORTER_REMINDED, signal.id, entry_id=number)
    return True
