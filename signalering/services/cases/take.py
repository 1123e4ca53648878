"""Take a case that nobody has in hand."""

from uuid import UUID

from sqlalchemy import update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.states import CaseState
from signalering.models.cases.case import Case
from signalering.services.audit.record import record
from signalering.services.cases.finding import case_of, overtaken
from signalering.services.cases.unfinished import unfinished
from signalering.services.work import Work


def take(work: Work, case_id: UUID) -> None:
    """One UPDATE: of two at once, one has it. Its deadline runs on.

    Raises NotFound, Denied, Conflict with the name of who was first, NotAllowedNow when closed
    with nothing left to do.
    """
    take_up(work, case_id)
    record(work, AuditAction.CASE_TAKEN, case_id)


def take_up(work: Work, case_id: UUID) -> None:
    """The same without its audit entry: the verb that calls it writes one."""
    require(Permission.CASEWORK, work.by(), None, work.clock.today())
    taken = work.data.scalar(
        update(Case)
        .where(Case.id == case_id, Case.owner_id.is_(None), unfinished())
        .values(owner_id=work.by().account_id, version=Case.version + 1)
        .returning(Case.id)
        .execution_options(synchronize_session=False)
    )
    if taken is None:
        case = case_of(work, case_id)
        raise NotAllowedNow if case.state == CaseState.CLOSED else overtaken(work, case_id)
