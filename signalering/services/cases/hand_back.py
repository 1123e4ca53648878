"""Hand a case back, for a colleague to take."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.finding import change, kept_case
from signalering.services.cases.unfinished import unfinished
from signalering.services.work import Work


def hand_back(work: Work, case_id: UUID, version: int) -> None:
    """Leave it to the queue of cases that nobody has; its deadline runs on.

    Raises NotFound, Denied, Conflict, NotAllowedNow when closed with nothing left to do.
    """
    case = kept_case(work, case_id, version)
    if not work.data.scalar(select(Case.id).where(Case.id == case.id, unfinished())):
        raise NotAllowedNow
    change(work, case, owner_id=None)
    record(work, AuditAction.CASE_HANDED_BACK, case_id)
