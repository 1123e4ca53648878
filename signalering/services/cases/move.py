"""Move a case along, by its table."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.case_clocks import Due, due_in, task
from signalering.domain.commands.cases.move import MoveCase
from signalering.domain.errors import NotAllowedNow
from signalering.domain.flows import case as flow
from signalering.domain.flows.table import By
from signalering.domain.states import CaseState
from signalering.services.audit.record import record
from signalering.services.cases.clocks import deadline
from signalering.services.cases.entries import Entries, add_status_entry, case_entries, case_key
from signalering.services.cases.facts import count_first_contact
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.measured import is_settled, support_began
from signalering.services.cases.standing import require_unrestricted
from signalering.services.work import Work


def move(work: Work, command: MoveCase) -> None:
    """Bring the case into another live state, with that state's deadline.

    Raises NotFound, Denied, Conflict, NotAllowedNow, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    before = CaseState(case.state)
    if CaseState.CLOSED in (before, command.to):
        # Both ask for more than a state: close and reopen.
        raise NotAllowedNow
    require_unrestricted(case)
    flow.check(before, command.to, By.OWNER)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    due = _due(work, entries, command.to)
    change(work, case, state=command.to.value, **deadline(work, case, due))
    add_status_entry(work, case, key, before)
    if command.to is CaseState.IN_CONVERSATION:
        count_first_contact(work, case, key, entries)
    record(
        work,
        AuditAction.CASE_MOVED,
        case.id,
        from_state=before.value,
        to_state=command.to.value,
    )


def _due(work: Work, entries: Entries, to: CaseState) -> Due:
    """That of the state; aftercare whose measure is there already waits for nothing."""
    today = work.clock.today()
    if to is CaseState.AFTERCARE and is_settled(entries):
        return task(work.calendar, work.periods, today)
    return due_in(to, work.calendar, work.periods, today, began=support_began(entries))
