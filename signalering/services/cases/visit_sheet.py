"""One sheet of paper for a visit: how to get there, what was agreed, room to write."""

from datetime import datetime
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.clock import day_of
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.states import CaseState
from signalering.domain.views.cases.visit_sheet import LastEntry, VisitSheet
from signalering.services.audit.record import record
from signalering.services.cases.contact import contact_of, contact_view
from signalering.services.cases.entries import Entries, case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.cases.head import kept_head
from signalering.services.cases.tasks import open_tasks, require_meeting, tasks_of
from signalering.services.work import Work

# The number of a visit for which no appointment was made.
UNPLANNED = 0
LAST = 3


def visit_sheet(work: Work, case_id: UUID, number: int) -> VisitSheet:
    """What the sheet says, for the open appointment with this number, or UNPLANNED.

    Making one is written down as such: from then on there is paper about somebody. Raises
    NotFound, Denied, NotAllowedNow (the case is closed, the resident wants no contact, or there
    are no details), CannotOpen.
    """
    head = kept_head(work, case_id)
    case = case_of(work, case_id)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    entries = case_entries(work, case, case_key(work, case))
    require_meeting(work, case, entries)
    rows = [
        row for row in open_tasks(work, case_ids=[case_id], resting=True) if row.number == number
    ]
    tasks = tasks_of(entries, rows)
    if not tasks and number != UNPLANNED:
        raise NotFound
    contact = contact_view(work, contact_of(work, case_id))
    if contact is None:
        raise NotAllowedNow("sheet_needs_details")
    record(work, AuditAction.VISIT_SHEET_MADE, case_id, entry_id=number)
    return VisitSheet(head, contact, tasks[0] if tasks else None, _last(entries, number))


def _last(entries: Entries, number: int) -> tuple[LastEntry, ...]:
    """The newest ones beside the appointment itself."""
    others = [payload for at, payload in entries if at != number][-LAST:]
    return tuple(
        LastEntry(payload["kind"], day_of(datetime.fromisoformat(payload["at"])))
        for payload in reversed(others)
    )
