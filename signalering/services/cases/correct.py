"""Put an earlier entry right by a following one: nothing that was written is overwritten."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.cases.note import WriteNote
from signalering.domain.errors import NotAllowedNow
from signalering.domain.views.cases.correct import CorrectingView
from signalering.services.audit.record import record
from signalering.services.cases.entries import case_entries, case_key
from signalering.services.cases.finding import case_of
from signalering.services.cases.head import head_of, kept_head
from signalering.services.cases.note import note
from signalering.services.cases.timeline import timeline
from signalering.services.work import Work


def correct(work: Work, command: WriteNote) -> None:
    """A note that names the entry it puts right; in a closed case too. GDPR article 16.

    Raises NotFound, Denied, Conflict, NotAllowedNow, InvalidInput, CannotOpen.
    """
    if command.corrects is None:
        raise NotAllowedNow
    note(work, command)


def correcting(work: Work, case_id: UUID, number: int) -> CorrectingView:
    """The entry as it stands; reading it is written down. Raises NotFound, Denied,

    NotAllowedNow (no such entry), CannotOpen.
    """
    kept_head(work, case_id)
    case = case_of(work, case_id)
    entries = case_entries(work, case, case_key(work, case))
    found = [one for one in timeline(work, entries) if one.number == number]
    if not found:
        raise NotAllowedNow
    record(work, AuditAction.CASE_READ, case.id)
    return CorrectingView(head_of(work, case), UUID(entries[0][1]["signal"]), found[0])
