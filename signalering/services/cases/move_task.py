"""Something planned goes to another day or time."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.move_task import MoveTask
from signalering.domain.errors import CannotOpen, NotAllowedNow
from signalering.domain.lifecycles import TaskKind
from signalering.domain.states import CaseState
from signalering.domain.tasks import check_day, check_needed, clean_time
from signalering.domain.text import clean_text
from signalering.models.cases.task import CaseTask
from signalering.services.audit.record import record
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.tasks import PLANNED, WORDS, require_meeting, task_row
from signalering.services.work import Work


def move_task(work: Work, command: MoveTask) -> int:
    """Seal a following entry in its place, with the same words; gives its number.

    No appointment where none can be planned; finishing says that it is off.

    Raises NotFound (no such case, or none that is open), Denied, Conflict, NotAllowedNow,
    InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    row = task_row(work, case.id, command.number)
    kind = TaskKind(row.kind)
    today = work.clock.today()
    check_day(command.due_on, today, work.periods.task_months_ahead, case.paused_until)
    time, why = clean_time(command.time), clean_text(command.text, TEXT_LIMIT)
    key = case_key(work, case)
    entries = case_entries(work, case, key)
    if kind is TaskKind.APPOINTMENT:
        require_meeting(work, case, entries)
    before = dict(entries).get(command.number)
    if before is None or before["kind"] != PLANNED:
        raise CannotOpen
    said = {name: before.get(name) or "" for name in WORDS} | {"time": time}
    check_needed(kind, said)
    change(work, case)
    payload = {
        "kind": PLANNED,
        "task": kind.value,
        "due_on": command.due_on.isoformat(),
        "replaces": command.number,
        "why": why,
        **said,
    }
    number = add_case_entry(work, case, key, payload)
    work.data.delete(row)
    work.data.add(CaseTask(case_id=case.id, number=number, kind=kind.value, due_on=command.due_on))
    work.data.flush()
    record(work, AuditAction.TASK_MOVED, case.id, entry_id=number)
    return number
