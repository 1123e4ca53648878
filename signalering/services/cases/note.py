"""Write a note in a case."""

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_text
from signalering.services.audit.record import record
from signalering.services.cases.entries import (
    TEXT_LIMIT,
    add_case_entry,
    case_entries,
    case_key,
)
from signalering.services.cases.finding import change, kept_case
from signalering.services.work import Work


def note(work: Work, command: WriteNote) -> None:
    """Seal a note of at most 4000 characters; a correction names an earlier entry, which stays.

    Raises NotFound, Denied, Conflict, InvalidInput, CannotOpen.
    """
    case = kept_case(work, command.case_id, command.version)
    text = clean_text(command.text, TEXT_LIMIT)
    if not text:
        raise InvalidInput("text", "required")
    key = case_key(work, case)
    payload: dict[str, object] = {"kind": "note", "text": text}
    if command.corrects is not None:
        if command.corrects not in {number for number, _ in case_entries(work, case, key)}:
            raise InvalidInput("corrects", "unknown_code")
        payload["corrects"] = command.corrects
    change(work, case)
    number = add_case_entry(work, case, key, payload)
    record(work, AuditAction.CASE_NOTED, case.id, entry_id=number)
