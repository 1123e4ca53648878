"""Tell the reporter how a case ended: once, by a line of the closed list, or not at all."""

from typing import Any
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.feedback import GiveFeedback
from signalering.domain.commands.signals.ask import MESSAGE_LIMIT
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import AccountState, CaseDeadline
from signalering.domain.states import CaseState, FeedbackLine, NoFeedback, SignalState
from signalering.domain.text import clean_text
from signalering.domain.views.cases.feedback import FeedbackView
from signalering.models.accounts.account import Account
from signalering.models.cases.case import Case
from signalering.models.signals.signal import Signal
from signalering.services.audit.record import record
from signalering.services.cases.clocks import left_to_do
from signalering.services.cases.contact import contact_of, news_of
from signalering.services.cases.entries import Entries, add_case_entry, case_entries, case_key
from signalering.services.cases.finding import change, hold_case, kept_case
from signalering.services.cases.head import kept_head
from signalering.services.cases.telling import (
    KIND,
    check_allowed,
    end_talk,
    lines_for,
    may_add_words,
    reporter_of,
    signal_of_case,
    tell,
)
from signalering.services.signals.messages import from_coordinator
from signalering.services.signals.note import check_text
from signalering.services.signals.thread import add_thread_entry, thread_key
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey


def feedback(work: Work, command: GiveFeedback) -> None:
    """Give it, or write down why not; its deadline ends and doesn't come back.

    Free words need the resident's consent to more than the line, and tell nobody's name. Raises
    NotFound, Denied, Conflict, NotAllowedNow (nothing is to be told, or the signal came back),
    InvalidInput (NoteIdentifies for a message that tells who it is about), CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    _require_due(case)
    hold_case(work, case.id)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    if command.reason is not None:
        if command.line is not None or command.message.strip():
            raise InvalidInput("reason", "feedback_line_or_none")
        change(work, case, **_left(work, case))
        payload = {"kind": KIND, "line": None, "reason": command.reason.value}
        add_case_entry(work, case, key, payload)
        end_talk(work, entries)
        record(work, AuditAction.FEEDBACK_NOT_NEEDED, case.id, reason=command.reason.value)
        return
    if command.line is None:
        raise InvalidInput("line", "required")
    text = clean_text(command.message, MESSAGE_LIMIT, field="message")
    check_allowed(work, case, entries, command.line, words=bool(text))
    if text:
        check_text(work, text, "message", command.no_names)
    signal = _told_about(work, entries)
    change(work, case, **_left(work, case))
    payload = {"kind": KIND, "line": command.line.value, "reason": None, "text": text}
    add_case_entry(work, case, key, payload)
    if text:
        message = from_coordinator(work, text)
        add_thread_entry(work, signal, thread_key(work, signal), message)
    tell(work, signal, command.line)
    record(
        work,
        AuditAction.FEEDBACK_GIVEN,
        case.id,
        signal_id=signal.id,
        feedback=command.line.value,
    )


def say_at_closing(
    work: Work, case: Case, key: RecordKey, entries: Entries, line: FeedbackLine
) -> None:
    """The same as part of closing, which checked it and changed the case's row.

    Raises NotAllowedNow, CannotOpen.
    """
    signal = _told_about(work, entries)
    payload = {"kind": KIND, "line": line.value, "reason": None}
    add_case_entry(work, case, key, payload)
    tell(work, signal, line)
    record(work, AuditAction.FEEDBACK_GIVEN, case.id, signal_id=signal.id, feedback=line.value)


def giving(work: Work, case_id: UUID) -> FeedbackView:
    """What the page needs of a case that the actor keeps; reading it is written down.

    Raises NotFound, Denied, NotAllowedNow when nothing is to be told, CannotOpen.
    """
    head = kept_head(work, case_id)
    case = kept_case(work, case_id, head.version)
    _require_due(case)
    entries = case_entries(work, case, case_key(work, case))
    record(work, AuditAction.CASE_READ, case.id)
    return FeedbackView(
        head=head,
        lines=lines_for(work, case, entries),
        may_add_words=may_add_words(work, case, entries),
        reason=_why_not(work, entries),
    )


def _require_due(case: Case) -> None:
    if case.state != CaseState.CLOSED or case.deadline_kind != CaseDeadline.FEEDBACK:
        raise NotAllowedNow


def _left(work: Work, case: Case) -> dict[str, Any]:
    """What the resident let know meanwhile keeps the case in its queue."""
    news = news_of(contact_of(work, case.id)) is not None
    return left_to_do(work, case, news=news, law=(case.inform_by, case.request_by))


def _told_about(work: Work, entries: Entries) -> Signal:
    signal = signal_of_case(work, entries)
    if signal is None:
        raise NotAllowedNow("signal_gone")
    if signal.state != SignalState.CLOSED:
        # It came back with a card: what shows of it now is no end.
        raise NotAllowedNow("signal_came_back")
    return signal


def _why_not(work: Work, entries: Entries) -> NoFeedback | None:
    signal = signal_of_case(work, entries)
    if signal is None:
        return NoFeedback.SIGNAL_ERASED
    account = work.data.get(Account, reporter_of(work, signal))
    if account is None or account.state != AccountState.ACTIVE:
        return NoFeedback.REPORTER_LEFT
    return None
