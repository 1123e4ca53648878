"""A training in a classroom: who comes, and who was there."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.commands.training.session import HoldSession
from signalering.domain.errors import InvalidInput, NotAllowedNow
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.text import clean_text
from signalering.domain.views.training.session import SessionView
from signalering.models.accounts.account import Account
from signalering.models.training.session import TrainingSeat
from signalering.services.audit.record import record
from signalering.services.training._rows import accounts_of, erase, found, lines_of, people
from signalering.services.training.course import line_of
from signalering.services.training.record import add_certificate
from signalering.services.work import Work

LONGEST = 10_000
MOST_SHOWN = 5


def session(work: Work, session_id: UUID) -> SessionView:
    """One with its list. Raises Denied, NotFound."""
    row = found(work, session_id)
    coming = select(TrainingSeat.account_id).where(TrainingSeat.session_id == session_id)
    may_hold = row.day <= work.clock.today()
    return SessionView(line_of(work, row), people(work, Account.id.in_(coming)), may_hold)


def hold(work: Work, command: HoldSession) -> int:
    """Certificates for who was there; the list is erased. Gives how many.

    Raises Denied, NotFound, InvalidInput for somebody who isn't on it or has no account,
    NotAllowedNow before its day.
    """
    row = found(work, command.session_id, hold=True)
    if row.day > work.clock.today():
        raise NotAllowedNow("training_not_yet")
    query = select(TrainingSeat.account_id).where(TrainingSeat.session_id == row.id)
    if not set(command.present) <= set(work.data.scalars(query)):
        raise InvalidInput("present", "unknown_code")
    present = [*command.present, *_came_too(work, command.others)]
    for account_id in dict.fromkeys(present):
        training = RecordTraining(
            account_id, TrainingWay.CLASSROOM, row.trainer, row.day, row.partner_id
        )
        add_certificate(work, training)
    record(work, AuditAction.TRAINING_HELD, row.id, count=len(set(present)))
    erase(work, row)
    return len(set(present))


def _came_too(work: Work, typed: str) -> list[UUID]:
    lines = lines_of(clean_text(typed, LONGEST, field="others"))
    known = accounts_of(work, lines)
    strange = [line for line in lines if line not in known]
    if strange:
        raise InvalidInput("others", "no_account_for", lines=", ".join(strange[:MOST_SHOWN]))
    return [known[line] for line in lines]
