"""Take a closed case up again while it is kept."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import due_in
from signalering.domain.commands.cases.reopen import ReopenCase
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.states import CaseState
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.contact import contact_of, kinds_of
from signalering.services.cases.entries import add_status_entry, case_entries, case_key
from signalering.services.cases.finding import PERIODS, case_of, change, overtaken
from signalering.services.cases.rights import clocks
from signalering.services.work import Work


def reopen(work: Work, command: ReopenCase) -> None:
    """Bring the case into conversation, in the actor's hands.

    Raises NotFound, Denied, Conflict, NotAllowedNow (not closed, or its time is over),
    InvalidInput on `reason`, CannotOpen.
    """
    case = case_of(work, command.case_id)
    if case.version != command.version:
        raise overtaken(work, case.id)
    before = CaseState(case.state)
    flow.check(before, CaseState.IN_CONVERSATION, By.COORDINATOR, command.reason)
    today = work.clock.today()
    if case.erase_after is not None and case.erase_after < today:
        raise NotAllowedNow("case_kept_no_longer")
    key = case_key(work, case)
    has_details = bool(kinds_of(contact_of(work, case.id)))
    rights = clocks(work, case_entries(work, case, key), has_details=has_details)
    due = due_in(CaseState.IN_CONVERSATION, work.calendar, PERIODS, today)
    change(
        work,
        case,
        state=CaseState.IN_CONVERSATION.value,
        owner_id=work.by().account_id,
        erase_after=None,
        **deadline(work, case, due),
        **rights,
    )
    add_status_entry(work, case, key, before, command.reason)
    record(work, AuditAction.CASE_REOPENED, case.id, reason=command.reason)
