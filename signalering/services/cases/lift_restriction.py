"""Let a case go on that lay still."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import task
from signalering.domain.commands.cases.lift_restriction import LiftRestriction
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.states import CaseState
from signalering.domain.text import clean_text
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.entries import TEXT_LIMIT, add_case_entry, case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.rights import RESTRICTION, held_before, review_day
from signalering.services.work import Work


def lift_restriction(work: Work, command: LiftRestriction) -> None:
    """Only when the resident was told before; GDPR article 18(3).

    Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if not case.restricted:
        raise NotAllowedNow
    if not command.told:
        raise InvalidInput("told", "told_first")
    text = clean_text(command.text, TEXT_LIMIT)
    key = case_key(work, case)
    columns = {}
    if case.state != CaseState.CLOSED:
        columns = deadline(work, case, task(work.calendar, work.periods, work.clock.today()))
    # A hold that somebody else set stays, or is there again.
    entries = case_entries(work, case, key)
    held = case.hold_until
    if held == review_day(entries):
        held = held_before(entries)
    change(work, case, restricted=False, hold_until=held, **columns)
    payload = {"kind": RESTRICTION, "on": False, "until": None, "text": text}
    add_case_entry(work, case, key, payload)
    record(work, AuditAction.CASE_RESTRICTION_LIFTED, case.id)
