"""A coordinator writes to the reporter of a signal, or asks and waits for the answer."""

from datetime import date, timedelta

from signalering.domain.access import Permission, Subject, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import start_of
from signalering.domain.commands.signals.ask import MESSAGE_LIMIT, AskReporter
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.lifecycles import SignalDeadline
from signalering.domain.states import ReporterStatus, SignalState
from signalering.domain.views.signals.reply import MessageKind
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.signals.finding import move, signal_of
from signalering.services.signals.messages import REMIND_ON, from_coordinator, written
from signalering.services.signals.note import check_text
from signalering.services.signals.publish import publish_status, tell_reporter
from signalering.services.signals.thread import add_thread_entry, status_entry, thread_key
from signalering.services.work import Work

DAY = timedelta(days=1)
FIELD = "message"


def ask(work: Work, command: AskReporter) -> None:
    """Seal it to both; its reporter sees it from the next working day on, when the mail leaves too.

    A question is waited for: ten working days. Raises NotFound, Denied, InvalidInput
    (NoteIdentifies), NotAllowedNow, Conflict, CannotOpen.
    """
    signal = signal_of(work, command.signal_id)
    subject = Subject(owner_id=signal.owner_id)
    require(Permission.KEEP_SIGNAL, work.by(), subject, work.clock.today())
    if signal.state not in flow.OWNED:
        raise NotAllowedNow
    text = written(command.text, MESSAGE_LIMIT, FIELD)
    text = check_text(work, text, FIELD, command.no_names)
    kind = MessageKind.QUESTION if command.is_question else MessageKind.MESSAGE
    key = thread_key(work, signal)
    last = None
    if command.is_question:
        flow.check(SignalState(signal.state), SignalState.QUESTION_ASKED, By.OWNER)
        last = _wait_for_answer(work, signal)
    payload = from_coordinator(work, text, kind)
    if command.is_question:
        # Set once, like its last day: terms that are chosen later move neither.
        payload[REMIND_ON] = _reminder_day(work).isoformat()
    number = add_thread_entry(work, signal, key, payload)
    if last is not None:
        publish_status(work, signal, key, ReporterStatus.QUESTION_FOR_YOU)
        # Said beforehand: when it comes to that, whoever moves the signal on has no key.
        end = status_entry(work, ReporterStatus.NOT_PICKED_UP, since=start_of(last + DAY))
        add_thread_entry(work, signal, key, end)
    else:
        tell_reporter(work, signal)
    record(work, AuditAction.REPORTER_WRITTEN_TO, signal.id, entry_id=number, kind=kind.value)


def _reminder_day(work: Work) -> date:
    count = work.periods.question_reminder_working_days
    return work.calendar.add_working_days(work.clock.today(), count)


def _wait_for_answer(work: Work, signal: Signal) -> date:
    """Its last day."""
    due = work.calendar.add_working_days(work.clock.today(), work.periods.question_working_days)
    move(
        work,
        signal,
        SignalState.QUESTION_ASKED,
        owner_id=signal.owner_id,
        deadline_on=due,
        deadline_kind=SignalDeadline.ANSWER.value,
    )
    return due
