"""Record a training, to the month: a day would tell when somebody did something."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.lifecycles import TrainingWay
from signalering.domain.periods import Periods
from signalering.domain.permissions import Permission
from signalering.domain.retention import add_months
from signalering.domain.text import clean_line
from signalering.models.accounts.account import Account
from signalering.models.training.certificate import Certificate
from signalering.services.audit.record import record
from signalering.services.work import Work


def record_training(work: Work, command: RecordTraining) -> Certificate:
    """Make the certificate: valid to the end of the month so many months later (24).

    The command line acts without an actor; on a page it takes the permission. Raises Denied,
    NotFound for an unknown account, InvalidInput for no trainer, a foreign way, or a month
    that is still to come.
    """
    today = work.clock.today()
    if work.actor is not None:
        require(Permission.TRAINING, work.actor, None, today)
    if work.data.get(Account, command.account_id) is None:
        raise NotFound
    trainer = clean_line(command.trainer, 200, field="trainer")
    if not trainer:
        raise InvalidInput("trainer", "required")
    if command.way not in list(TrainingWay):
        raise InvalidInput("way", "unknown_code")
    if command.trained_in.replace(day=1) > today:
        raise InvalidInput("trained_in", "in_the_future")
    return add_certificate(work, replace(command, trainer=trainer))


def add_certificate(work: Work, command: RecordTraining) -> Certificate:
    """The certificate of a training that the caller has checked and may record."""
    month = command.trained_in.replace(day=1)
    certificate = Certificate(
        id=uuid4(),
        account_id=command.account_id,
        way=TrainingWay(command.way),
        trainer=command.trainer,
        trained_in=month,
        partner_id=command.partner_id,
        valid_until=valid_after(month, work.periods),
    )
    work.data.add(certificate)
    work.data.flush()
    record(
        work,
        AuditAction.TRAINING_RECORDED,
        certificate.id,
        account_id=str(command.account_id),
        valid_until=certificate.valid_until.isoformat(),
    )
    return certificate


def valid_after(month: date, periods: Periods) -> date:
    """The last day on which a training of this month counts."""
    first = month.replace(day=1)
    return add_months(first, periods.training_months + 1) - timedelta(days=1)
