"""Give back a seat in a training."""

from uuid import UUID

from sqlalchemy import delete, update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.models.training.session import TrainingSeat, TrainingSession
from signalering.services.audit.record import record
from signalering.services.work import Work


def cancel(work: Work, session_id: UUID) -> None:
    """Give the seat back. Raises Denied, NotFound."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    seat = work.data.scalar(
        delete(TrainingSeat)
        .where(
            TrainingSeat.session_id == session_id,
            TrainingSeat.account_id == work.by().account_id,
        )
        .returning(TrainingSeat.session_id)
        .execution_options(synchronize_session=False)
    )
    if seat is None:
        raise NotFound
    give_back(work, session_id)
    record(work, AuditAction.TRAINING_SIGNED_UP, session_id, change="off")


def give_back(work: Work, session_id: UUID) -> None:
    """One seat fewer is taken."""
    work.data.execute(
        update(TrainingSession)
        .where(TrainingSession.id == session_id)
        .values(taken=TrainingSession.taken - 1)
        .execution_options(synchronize_session=False)
    )
