"""Call a training off."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.models.training.session import TrainingRequest, TrainingSeat
from signalering.services.audit.record import record
from signalering.services.training._rows import erase, found
from signalering.services.work import Work


def call_off(work: Work, session_id: UUID) -> None:
    """It won't be. Who had a seat would still like one. Raises Denied, NotFound."""
    row = found(work, session_id)
    query = select(TrainingSeat.account_id).where(TrainingSeat.session_id == row.id)
    for account_id in work.data.scalars(query).all():
        if work.data.get(TrainingRequest, account_id) is None:
            work.data.add(TrainingRequest(account_id=account_id))
    record(work, AuditAction.TRAINING_CALLED_OFF, row.id)
    erase(work, row)
