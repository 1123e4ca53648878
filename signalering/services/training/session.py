"""A training in a classroom: who comes, and who was there."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.commands.training.session import HoldSession
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.views.training.session import SessionView
from signalering.models.accounts.account import Account
from signalering.models.training.session import TrainingSeat
from signalering.services.audit.record import record
from signalering.services.training._rows import erase, found, people
from signalering.services.training.course import line_of
from signalering.services.training.record import add_certificate
from signalering.services.work import Work


def session(work: Work, session_id: UUID) -> SessionView:
    """One with its list. Raises Denied, NotFound."""
    row = found(work, session_id)
    coming = select(TrainingSeat.account_id).where(TrainingSeat.session_id == session_id)
    may_hold = row.day <= work.clock.today()
    return SessionView(line_of(row), people(work, Account.id.in_(coming)), may_hold)


def hold(work: Work, command: HoldSession) -> int:
    """Certificates for who was there; the list is erased. Gives how many.

    Raises Denied, NotFound, InvalidInput for somebody who isn't on it, NotAllowedNow before its
    day.
    """
    row = found(work, command.session_id, hold=True)
    if row.day > work.clock.today():
        raise NotAllowedNow("training_not_yet")
    query = select(TrainingSeat.account_id).where(TrainingSeat.session_id == row.id)
    if not set(command.present) <= set(work.data.scalars(query)):
        raise InvalidInput("present", "unknown_code")
    for account_id in dict.fromkeys(command.present):
        training = RecordTraining(account_id, TrainingWay.CLASSROOM, row.trainer, row.day)
        add_certificate(work, training)
    record(work, AuditAction.TRAINING_HELD, row.id, count=len(set(command.present)))
    erase(work, row)
    return len(set(command.present))
