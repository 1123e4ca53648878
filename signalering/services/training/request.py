"""Ask for a training in a classroom."""

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.models.training.session import TrainingRequest
from signalering.services.audit.record import record
from signalering.services.work import Work


def request(work: Work, *, wanted: bool) -> None:
    """Say that one would like a training in a classroom, or no longer. Raises Denied."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    account_id = work.by().account_id
    there = work.data.get(TrainingRequest, account_id)
    if wanted and there is None:
        work.data.add(TrainingRequest(account_id=account_id))
    elif not wanted and there is not None:
        work.data.delete(there)
    record(work, AuditAction.TRAINING_ASKED_FOR, account_id, change="up" if wanted else "off")
