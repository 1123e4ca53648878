"""Read one planned thing of a case, for whoever keeps it; reading it is written down."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.cases.task_page import TaskPage
from signalering.services.audit.record import record
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.cases.head import kept_head
from signalering.services.cases.tasks import open_tasks, tasks_of
from signalering.services.work import Work


def task_page(work: Work, case_id: UUID, number: int) -> TaskPage:
    """Its words, or that it isn't open (any more). Raises NotFound, Denied, CannotOpen."""
    head = kept_head(work, case_id)
    case = case_of(work, case_id)
    rows = [
        row for row in open_tasks(work, case_ids=[case_id], resting=True) if row.number == number
    ]
    found = tasks_of(case_entries(work, case, case_key(work, case)), rows)
    record(work, AuditAction.CASE_READ, case_id)
    return TaskPage(head, number, found[0] if found else None)
