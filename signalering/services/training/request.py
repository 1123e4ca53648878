"""Ask for a training in a classroom."""

from sqlalchemy import delete

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.models.training.session import TrainingRequest
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.work import Work


def request(work: Work, *, wanted: bool) -> None:
    """Say that one would like a training in a classroom, or no longer. Raises Denied."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    account_id = work.by().account_id
    if wanted:
        since = work.clock.today().replace(day=1)
        wish = insert_of(work, TrainingRequest).values(account_id=account_id, since=since)
        work.data.execute(wish.on_conflict_do_nothing())
    else:
        work.data.execute(delete(TrainingRequest).where(TrainingRequest.account_id == account_id))
    record(work, AuditAction.TRAINING_ASKED_FOR, account_id, change="up" if wanted else "off")
