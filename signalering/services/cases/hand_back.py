"""Hand a case back, for a colleague to take."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.services.audit.record import record
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.unfinished import is_unfinished
from signalering.services.work import Work


def hand_back(work: Work, case_id: UUID, version: int) -> UUID | None:
    """Leave it to the queue of cases that nobody has; its deadline runs on. Gives who had it.

    Raises NotFound, Denied, Conflict, NotAllowedNow when closed with nothing left to do.
    """
    case = kept_case(work, case_id, version)
    if not is_unfinished(work, case):
        raise NotAllowedNow
    had = case.owner_id
    # What a colleague gave along was for its keeper: whoever takes it next was given nothing.
    change(work, case, owner_id=None, handed_over=None)
    record(work, AuditAction.CASE_HANDED_BACK, case_id)
    return had
