"""Finish what a resident asked, say no with a reason, or take more time once."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.answer_request import AnswerRequest
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import RightAnswer
from signalering.domain.text import clean_text
from signalering.domain.views.cases.answer_request import AnsweringView
from signalering.domain.views.cases.rights import RequestView
from signalering.services.audit.record import record
from signalering.services.cases.clocks import left_in_closed
from signalering.services.cases.contact import contact_of, kinds_of, news_of
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    Entries,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import case_of, change, kept_case
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.rights import ANSWERED, clocks, requests_of
from signalering.services.cases.standing import require_living
from signalering.services.work import Work


def answer_request(work: Work, command: AnswerRequest) -> None:
    """Seal the answer; the clock of the earliest request that is left runs on.

    A no has its reason and says where to complain (GDPR article 12(4)); more time is told within
    the month, with its reason (12(3)). Raises NotFound, Denied, Conflict, NotAllowedNow,
    InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    require_living(case, entries)
    asked = _waiting(work, entries, command.number)
    text = clean_text(command.text, TEXT_LIMIT)
    if command.answer is RightAnswer.EXTENDED and not asked.may_extend:
        raise InvalidInput("ruling", "extended_once")
    if command.answer is not RightAnswer.GRANTED and not text:
        raise InvalidInput("text", "required")
    if not command.told:
        raise InvalidInput("told", "told_first")
    payload = {
        "kind": ANSWERED,
        "request": command.number,
        "answer": command.answer.value,
        "text": text,
    }
    contact = contact_of(work, case.id)
    columns = clocks(work, [*entries, (0, payload)], has_details=bool(kinds_of(contact)))
    request_by, news = columns["request_by"], news_of(contact) is not None
    left = left_in_closed(work, case, news=news, law=(case.inform_by, request_by))
    change(work, case, request_by=request_by, **left)
    number = add_case_entry(work, case, key, payload)
    record(
        work,
        AuditAction.RIGHT_ANSWERED,
        case.id,
        entry_id=number,
        right=asked.right,
        answer=command.answer.value,
    )


def answering(work: Work, case_id: UUID, number: int) -> AnsweringView:
    """What the page shows of a request that waits; reading it is written down.

    Raises NotFound, Denied, NotAllowedNow (no such request, or answered), CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    asked = _waiting(work, entries, number)
    record(work, AuditAction.CASE_READ, case.id)
    return AnsweringView(head_of(work, case), asked)


def _waiting(work: Work, entries: Entries, number: int) -> RequestView:
    found = [one for one in requests_of(entries, work.clock.today()) if one.number == number]
    if not found:
        raise NotAllowedNow
    if not found[0].is_open:
        raise NotAllowedNow("request_answered")
    return found[0]
