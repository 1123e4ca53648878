"""A reporter reads what was written about an own signal, and writes back."""

from datetime import date, datetime
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.commands.signals.reply import ReplyToCoordinator
from signalering.domain.errors import DomainError, NotAllowedNow
from signalering.domain.flows import signal as flow
from signalering.domain.flows.table import By
from signalering.domain.states import ReporterStatus, SignalState
from signalering.domain.views.signals.reply import MessageKind, OwnThread
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.sealing import open_own_key
from signalering.services.signals.come_back import go_on, tell
from signalering.services.signals.entries import Payload
from signalering.services.signals.last_word import is_talking
from signalering.services.signals.messages import messages_of, open_question, written
from signalering.services.signals.mine import AT_ONCE
from signalering.services.signals.note import check_text
from signalering.services.signals.own import own_signal
from signalering.services.signals.thread import (
    ShownStatus,
    add_thread_entry,
    registered_on,
    shown_status,
    thread_entries,
)
from signalering.services.signals.unread import Side, mark_read
from signalering.services.work import Work
from signalering.vault.wraps import Purpose

# By what shows, not by the state: else the form would tell what isn't published yet.
OPEN_FOR_WORDS = frozenset(
    {ReporterStatus.RECEIVED, ReporterStatus.PICKED_UP, ReporterStatus.QUESTION_FOR_YOU}
)
Numbered = list[tuple[int, Payload]]
TAKES_WORDS = frozenset({SignalState.NEW, *flow.OWNED})


def own_thread(work: Work, signal_id: UUID) -> OwnThread:
    """The own signal's note and messages as they show by now.

    Raises NotFound, Denied, CannotOpen.
    """
    signal = own_signal(work, signal_id)
    key = open_own_key(work, Purpose.THREAD, signal.thread_key_id)
    entries = thread_entries(work, signal, key)
    now = work.clock.now()
    state = SignalState(signal.state)
    shown = shown_status(entries, now)
    if state in AT_ONCE:
        shown = ShownStatus(flow.reporter_status(state))
    asked = open_question(entries, now) and state is SignalState.QUESTION_ASKED
    mark_read(work, signal, key, entries, Side.REPORTER)
    record(work, AuditAction.OWN_SIGNAL_READ, signal.id)
    return OwnThread(
        signal_id=signal.id,
        reference=signal.reference,
        registered_on=registered_on(entries),
        status=shown.status,
        line=shown.line,
        note="\n".join(payload["text"] for _, payload in entries if payload["kind"] == "note"),
        messages=messages_of(entries, now=now),
        is_asked=asked,
        answer_by=_answer_by(signal) if asked else None,
        can_write=(shown.status in OPEN_FOR_WORDS and state is not SignalState.NOTED)
        or _is_asked_by_case(signal, entries, now),
    )


def reply(work: Work, command: ReplyToCoordinator) -> None:
    """Seal it to the coordinators. An answer lets the signal go on, with a fresh deadline.

    Raises NotFound, Denied, InvalidInput (NoteIdentifies for a text that tells who it is about),
    NotAllowedNow once the signal is finished, CannotOpen.
    """
    signal = own_signal(work, command.signal_id)
    text = check_text(work, written(command.text, MESSAGE_LIMIT), "text", command.no_names)
    key = open_own_key(work, Purpose.THREAD, signal.thread_key_id)
    entries = thread_entries(work, signal, key)
    now = work.clock.now()
    takes_words = SignalState(signal.state) in TAKES_WORDS
    if not (takes_words or _is_asked_by_case(signal, entries, now)):
        # Not what became of it: the reporter hears that on its day.
        raise NotAllowedNow("thread_closed")
    answers = signal.state == SignalState.QUESTION_ASKED and open_question(entries, now)
    at = now.isoformat(timespec="seconds")
    payload: Payload = {
        "kind": (MessageKind.ANSWER if answers else MessageKind.MESSAGE).value,
        "side": "reporter",
        "text": text,
        "by": None,
        "at": at,
        "from": at,
    }
    number = add_thread_entry(work, signal, key, payload)
    if answers:
        _go_on(work, signal)
        # The reporter's own step, so it shows at once.
        status = flow.reporter_status(SignalState(signal.state)).value
        entry = {"kind": "status", "status": status, "from": at, "line": None}
        add_thread_entry(work, signal, key, entry)
    tell(work, signal.owner_id)
    record(work, AuditAction.REPORTER_WROTE, signal.id, entry_id=number, kind=payload["kind"])


def _is_asked_by_case(signal: Signal, entries: Numbered, now: datetime) -> bool:
    """Finished, and its case's keeper wrote: the answer is read there."""
    return signal.state == SignalState.CLOSED and is_talking(entries, now)


def _go_on(work: Work, signal: Signal) -> None:
    try:
        go_on(work, signal, By.REPORTER)
    except DomainError:
        raise NotAllowedNow("thread_closed") from None


def _answer_by(signal: Signal) -> date | None:
    return signal.deadline_on
