"""Call a training off."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.models.training.session import TrainingRequest, TrainingSeat
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.training._rows import erase, found
from signalering.services.work import Work


def call_off(work: Work, session_id: UUID) -> None:
    """It won't be. Who had a seat would still like one. Raises Denied, NotFound."""
    row = found(work, session_id, hold=True)
    query = select(TrainingSeat.account_id).where(TrainingSeat.session_id == row.id)
    since = work.clock.today().replace(day=1)
    for account_id in work.data.scalars(query).all():
        wish = insert_of(work, TrainingRequest).values(account_id=account_id, since=since)
        work.data.execute(wish.on_conflict_do_nothing())
    record(work, AuditAction.TRAINING_CALLED_OFF, row.id)
    erase(work, row)
