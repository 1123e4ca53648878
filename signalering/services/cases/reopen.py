"""Take a closed case up again while it is kept."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import due_in
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.contact import contact_of, kinds_of
from signalering.services.cases.entries import add_status_entry, case_entries, case_key
from signalering.services.cases.facts import uncount_end
from signalering.services.cases.finding import case_of, change, overtaken
from signalering.services.cases.rights import clocks
from signalering.services.cases.tries import had_contact
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey


def reopen(work: Work, command: ReopenCase) -> None:
    """Take it up where it was left, in the actor's hands.

    Raises NotFound, Denied, Conflict, NotAllowedNow (not closed, or its time is over),
    InvalidInput on `reason`, CannotOpen.
    """
    case = case_of(work, command.case_id)
    if case.version != command.version:
        raise overtaken(work, case.id)
    taken_up(work, case, case_key(work, case), command.reason, owner_id=work.by().account_id)


def taken_up(work: Work, case: Case, key: RecordKey, reason: str, *, owner_id: UUID | None) -> None:
    """Bring the row back among the live ones, where it was left: in conversation, or still seeking

    contact when nobody was ever spoken to. Raises as `reopen` does.
    """
    before = CaseState(case.state)
    contact = had_contact(case_entries(work, case, key))
    after = CaseState.IN_CONVERSATION if contact else CaseState.CONTACTING
    flow.check(before, after, By.COORDINATOR, reason)
    today = work.clock.today()
    if case.erase_after is not None and case.erase_after < today:
        raise NotAllowedNow("case_kept_no_longer")
    has_details = bool(kinds_of(contact_of(work, case.id)))
    rights = clocks(work, case_entries(work, case, key), has_details=has_details)
    due = due_in(after, work.calendar, work.periods, today)
    change(
        work,
        case,
        state=after.value,
        owner_id=owner_id,
        handed_over=case.handed_over if owner_id == case.owner_id else None,
        erase_after=None,
        **deadline(work, case, due),
        **rights,
    )
    add_status_entry(work, case, key, before, reason, **uncount_end(work, case, key))
    record(work, AuditAction.CASE_REOPENED, case.id, reason=reason)
