"""Write down what a resident asks about what is kept; the month for the answer begins."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.request import RecordRequest
from signalering.domain.commands.cases.withdraw_consent import WithdrawConsent
from signalering.domain.errors import InvalidInput
from signalering.domain.rights import is_plausible
from signalering.domain.states import ConsentScope, ConsentWay, Right, RightAnswer
from signalering.domain.text import clean_text
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.clocks import left_in_closed
from signalering.services.cases.consent import WAYS
from signalering.services.cases.consents import contact_withdrawn
from signalering.services.cases.contact import contact_of, kinds_of, news_of
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    Entries,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.rights import ANSWERED, ASKED, clocks
from signalering.services.cases.standing import require_living
from signalering.services.cases.withdraw_consent import withdraw_consent
from signalering.services.work import Work


def request(work: Work, command: RecordRequest) -> int:
    """The number of its entry. GDPR articles 12(3) and 15 to 21; a closed case's too.

    An objection is carried out at once: contact ends as when its consent is withdrawn. Raises
    NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    require_living(case, entries)
    text = clean_text(command.text, TEXT_LIMIT)
    if not is_plausible(command.received, work.clock.today()):
        raise InvalidInput("received", "request_day")
    way = _checked_way(command) if command.right is Right.OBJECTION else None
    asked = {
        "kind": ASKED,
        "right": command.right.value,
        "received": command.received.isoformat(),
        "text": text,
    }
    contact = contact_of(work, case.id)
    has_details = bool(kinds_of(contact))
    after = entries if way else [*entries, (entries[-1][0] + 1, asked)]
    rights = clocks(work, after, has_details=has_details)
    news = news_of(contact) is not None
    left = left_in_closed(work, case, news=news, law=(rights["inform_by"], rights["request_by"]))
    change(work, case, **rights, **left)
    number = add_case_entry(work, case, key, asked)
    record(work, AuditAction.RIGHT_ASKED, case.id, entry_id=number, right=command.right.value)
    if way is not None:
        _stop_contact(work, case, entries, way, has_details=has_details)
        done = {"kind": ANSWERED, "request": number, "answer": RightAnswer.GRANTED.value}
        add_case_entry(work, case, key, done | {"text": ""})
    return number


def _checked_way(command: RecordRequest) -> ConsentWay:
    if command.way not in WAYS:
        raise InvalidInput("way", "required")
    if not command.confirmed:
        raise InvalidInput("confirmation", "confirm_by_typing")
    return command.way


def _stop_contact(
    work: Work, case: Case, entries: Entries, way: ConsentWay, *, has_details: bool
) -> None:
    """GDPR article 21: the same end as a yes taken back has.

    Where nobody ever said yes too: the work went through the reporter, and ends with all that was
    planned and left behind.
    """
    if has_details or not contact_withdrawn(entries):
        no = WithdrawConsent(case.id, case.version, ConsentScope.CONTACT, way, confirmed=True)
        withdraw_consent(work, no, objects=True)
