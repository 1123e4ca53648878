"""Let a case lie still because its resident asks for it."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import on_working_day
from signalering.domain.commands.cases.restrict import RestrictCase
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import CaseDeadline
from signalering.domain.retention import add_months
from signalering.domain.states import CaseState
from signalering.domain.text import clean_text
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.entries import TEXT_LIMIT, add_case_entry, case_entries, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.rights import RESTRICTION
from signalering.services.cases.standing import require_living
from signalering.services.work import Work

LONGEST_MONTHS = 12
REVIEW_MONTHS = 1


def restrict(work: Work, command: RestrictCase) -> None:
    """Only keeping is allowed from now on, and erasing is put off. GDPR article 18(1) and (2).

    It never ends by itself, for the resident is told before it does (18(3)): `until` is the day on
    which its keeper looks at it again. Raises NotFound, Denied, Conflict, NotAllowedNow,
    InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.restricted:
        raise NotAllowedNow("restricted")
    key = case_key(work, case)
    require_living(case, case_entries(work, case, key))
    text = clean_text(command.text, TEXT_LIMIT)
    if not text:
        raise InvalidInput("text", "required")
    today, until = work.clock.today(), command.until
    if until is not None and not today < until <= add_months(today, LONGEST_MONTHS):
        raise InvalidInput("until", "until_in_the_past")
    columns = {}
    if case.state != CaseState.CLOSED:
        look = on_working_day(work.calendar, until or add_months(today, REVIEW_MONTHS))
        columns = deadline(work, case, (look, CaseDeadline.TASK))
    held = max((day for day in (case.hold_until, until) if day), default=None)
    payload = {
        "kind": RESTRICTION,
        "on": True,
        "until": until.isoformat() if until else None,
        "text": text,
        # What this day writes over comes back with the end.
        "held": case.hold_until.isoformat() if case.hold_until else None,
    }
    change(work, case, restricted=True, hold_until=held, **columns)
    add_case_entry(work, case, key, payload)
    record(work, AuditAction.CASE_RESTRICTED, case.id, until=until.isoformat() if until else "")
