"""Plan a task, an appointment or a reminder in a case."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.plan import PlanTask
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseState
from signalering.domain.tasks import check_day, check_needed, clean_time
from signalering.domain.text import clean_line, clean_text
from signalering.models.cases.task import CaseTask
from signalering.services.audit.record import record
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.tasks import PLANNED, require_meeting
from signalering.services.work import Work

LINE_LIMIT = 200


def plan(work: Work, command: PlanTask) -> int:
    """Seal what is planned as an entry, keep its day and kind in clear; gives the entry's number.

    No appointment with somebody who wants no contact any more, or said so by card.
    Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    said = _said(command)
    today = work.clock.today()
    check_day(command.due_on, today, work.periods.task_months_ahead, case.paused_until)
    key = case_key(work, case)
    if command.kind is TaskKind.APPOINTMENT:
        require_meeting(work, case, case_entries(work, case, key))
    change(work, case)
    payload = {
        "kind": PLANNED,
        "task": command.kind.value,
        "due_on": command.due_on.isoformat(),
        **said,
    }
    number = add_case_entry(work, case, key, payload)
    work.data.add(
        CaseTask(case_id=case.id, number=number, kind=command.kind.value, due_on=command.due_on)
    )
    work.data.flush()
    record(work, AuditAction.TASK_PLANNED, case.id, entry_id=number, kind=command.kind.value)
    return number


def _said(command: PlanTask) -> dict[str, str]:
    """What was typed, cleaned; whatever the kind doesn't ask for is kept too."""
    said = {
        "text": clean_text(command.text, TEXT_LIMIT),
        "time": clean_time(command.time),
        **{
            name: clean_line(getattr(command, name), LINE_LIMIT, field=name)
            for name in ("reason", "place", "who", "bring")
        },
    }
    check_needed(command.kind, said)
    return said
