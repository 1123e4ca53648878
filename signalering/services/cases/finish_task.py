"""Something planned is done, or called off."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.finish_task import FinishTask
from signalering.domain.errors import NotAllowedNow
from signalering.domain.states import CaseState
from signalering.domain.text import clean_text
from signalering.services.audit.record import record
from signalering.services.cases.entries import TEXT_LIMIT, add_case_entry, case_key
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.tasks import ENDED, task_row
from signalering.services.work import Work


def finish_task(work: Work, command: FinishTask) -> None:
    """Take its row away and seal what became of it as a following entry.

    Raises NotFound (no such case, or none that is open), Denied, Conflict, NotAllowedNow,
    InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    if case.state == CaseState.CLOSED:
        raise NotAllowedNow
    text = clean_text(command.text, TEXT_LIMIT)
    row = task_row(work, case.id, command.number)
    key = case_key(work, case)
    change(work, case)
    work.data.delete(row)
    payload = {"kind": ENDED, "of": command.number, "how": command.how.value, "text": text}
    number = add_case_entry(work, case, key, payload)
    record(work, AuditAction.TASK_FINISHED, case.id, entry_id=number, how=command.how.value)
