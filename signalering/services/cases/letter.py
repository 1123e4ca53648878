"""The neutral letter to a resident whom nobody reached: printed, then counted as a try."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import part_of_day
from signalering.domain.commands.cases.attempt import RecordAttempt
from signalering.domain.errors import NotAllowedNow
from signalering.domain.states import AttemptResult, CaseState, Channel
from signalering.domain.views.cases.letter import LetterView
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.attempt import attempt
from signalering.services.cases.contact import contact_of, open_contact
from signalering.services.cases.entries import Entries, Payload, case_entries, case_key
from signalering.services.cases.finding import case_of, kept_case, name_of
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.tasks import require_meeting
from signalering.services.cases.tries import tries_since_contact
from signalering.services.work import Work


def letter(work: Work, case_id: UUID) -> LetterView:
    """The letter of a case that the actor keeps; that it was shown to be printed is written down.

    Raises NotFound, Denied, NotAllowedNow (closed, a no, or no address), CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    details = _addressed(work, case, entries)
    record(work, AuditAction.LETTER_PRINTED, case.id)
    return LetterView(
        head=head_of(work, case),
        name=details["name"],
        address=tuple(part.strip() for part in details["address"].split(",") if part.strip()),
        signed_by=name_of(work, work.by().account_id),
        day=work.clock.today(),
        tried=bool(tries_since_contact(entries)),
    )


def sent(work: Work, case_id: UUID, version: int) -> None:
    """Write down that it goes out: an attempt, as the protocol counts them.

    Raises NotFound, Denied, Conflict, NotAllowedNow, CannotOpen.
    """
    case = kept_case(work, case_id, version)
    _addressed(work, case, case_entries(work, case, case_key(work, case)))
    part = part_of_day(work.clock.now())
    attempt(
        work,
        RecordAttempt(case_id, version, Channel.LETTER, AttemptResult.MESSAGE_LEFT, part),
    )


def _addressed(work: Work, case: Case, entries: Entries) -> Payload:
    """The details, with an address to send to. Nobody is written to who said no."""
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    require_meeting(work, case, entries)
    contact = contact_of(work, case.id)
    details = open_contact(work, contact) if contact is not None else {}
    if not details.get("address"):
        raise NotAllowedNow("address_needed")
    return details
