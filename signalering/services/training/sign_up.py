"""Sign up for a training in a classroom: the last seat is given once."""

from uuid import UUID

from sqlalchemy import delete, update

from signalering.domain.access import Permission, require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.models.training.session import TrainingRequest, TrainingSeat, TrainingSession
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.training.cancel import give_back
from signalering.services.work import Work


def sign_up(work: Work, session_id: UUID) -> None:
    """Take a seat; twice is no harm. Raises Denied, NotFound, NotAllowedNow when it is full."""
    require(Permission.COURSE, work.by(), None, work.clock.today())
    account_id = work.by().account_id
    row = work.data.get(TrainingSession, session_id)
    if row is None or row.day < work.clock.today():
        raise NotFound
    if row.partner_id not in (None, work.by().partner_id):
        raise NotFound  # another organisation's own
    if work.data.get(TrainingSeat, (session_id, account_id)) is not None:
        return
    seat = work.data.scalar(
        update(TrainingSession)
        .where(TrainingSession.id == session_id, TrainingSession.taken < TrainingSession.seats)
        .values(taken=TrainingSession.taken + 1)
        .returning(TrainingSession.id)
        .execution_options(synchronize_session=False)
    )
    if seat is None:
        raise NotAllowedNow("training_full")
    row_of_seat = {"session_id": session_id, "account_id": account_id}
    seat_taken = insert_of(work, TrainingSeat).values(row_of_seat).on_conflict_do_nothing()
    if work.data.scalar(seat_taken.returning(TrainingSeat.session_id)) is None:
        # The same request twice, at this very moment: one seat is enough.
        give_back(work, session_id)
        return
    # Who has a seat wants no other.
    work.data.execute(delete(TrainingRequest).where(TrainingRequest.account_id == account_id))
    record(work, AuditAction.TRAINING_SIGNED_UP, session_id, change="up")
