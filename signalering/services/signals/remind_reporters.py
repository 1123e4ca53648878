"""A question that waits half its time: its reporter is reminded once.

The timer has no keys, and a mail that waits for its day would tie a reporter to a signal. So this
is done by the first coordinator who opens the inbox, whoever asked. The day stands in the
question's own seal: what the coalition chooses later holds for questions that are asked later.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import exists, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import day_of
from signalering.domain.errors import CannotOpen
from signalering.domain.states import SignalState
from signalering.domain.views.signals.reply import MessageKind
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.entries import Payload
from signalering.services.signals.messages import REMIND_ON
from signalering.services.signals.publish import tell_reporter
from signalering.services.signals.thread import add_thread_entry, thread_entries, thread_key
from signalering.services.work import Work

REMINDER = "reminder"


def is_waited_for(work: Work) -> bool:
    """Whether any question waits for its answer: else nothing is locked to look for its day."""
    asked = exists().where(Signal.state == SignalState.QUESTION_ASKED.value)
    return bool(work.data.scalar(select(asked)))


def remind_reporters(work: Work) -> int:
    """Remind those whose question came to its day (five working days), once a question; how many.

    Days on which nobody opened the inbox are caught up.
    """
    waiting = work.data.scalars(
        select(Signal)
        .where(Signal.state == SignalState.QUESTION_ASKED.value)
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
    day = _reminder_day(work, thread_entries(work, signal, key))
    if day is None or day > work.clock.today():
        return False
    at = work.clock.now().isoformat(timespec="seconds")
    number = add_thread_entry(work, signal, key, {"kind": REMINDER, "at": at})
    tell_reporter(work, signal)
    record(work, AuditAction.REPORTER_REMINDED, signal.id, entry_id=number)
    return True


def _reminder_day(work: Work, entries: Iterable[tuple[int, Payload]]) -> date | None:
    """That of the last question; None when its reporter was reminded already."""
    question: Payload | None = None
    for _, payload in entries:
        if payload["kind"] == MessageKind.QUESTION:
            question = payload
        elif payload["kind"] == REMINDER:
            question = None
    if question is None:
        return None
    if REMIND_ON in question:
        return date.fromisoformat(question[REMIND_ON])
    # Asked before questions had a day of their own: so many after it was asked.
    count = work.periods.question_reminder_working_days
    return work.calendar.add_working_days(day_of(datetime.fromisoformat(question["at"])), count)
