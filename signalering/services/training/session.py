"""A training in a classroom: who comes, and who was there."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.training.record import RecordTraining
from signalering.domain.commands.training.session import HoldSession
from signalering.domain.errors import InvalidInput, InvalidLines, NotAllowedNow
from signalering.domain.lifecycles import AccountState, TrainingWay
from signalering.domain.states import Hat
from signalering.domain.text import clean_text
from signalering.domain.views.training.session import SessionView
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.training.session import TrainingRequest, TrainingSeat, TrainingSession
from signalering.services.audit.record import record
from signalering.services.training._rows import accounts_of, erase, found, lines_of, people
from signalering.services.training.course import line_of
from signalering.services.training.record import add_certificate
from signalering.services.work import Work

LONGEST = 10_000


def session(work: Work, session_id: UUID) -> SessionView:
    """One with its list. Raises Denied, NotFound."""
    row = found(work, session_id)
    may_hold = row.day <= work.clock.today()
    others = people(work, _may_have_come(row)) if may_hold else ()
    return SessionView(line_of(work, row), people(work, _signed_up(row)), may_hold, others)


def hold(work: Work, command: HoldSession) -> int:
    """Certificates for who was there; the list is erased. Gives how many.

    Raises Denied, NotFound, NotAllowedNow before its day, and InvalidInput for somebody who
    isn't on the page, for each line without an account, and when nobody was there.
    """
    row = found(work, command.session_id, hold=True)
    if row.day > work.clock.today():
        raise NotAllowedNow("training_not_yet")
    on_page = select(Account.id).where(_signed_up(row) | _may_have_come(row))
    if not set(command.present) <= set(work.data.scalars(on_page)):
        raise InvalidInput("present", "unknown_code")
    present = set(command.present) | _came_too(work, command.others)
    if not present:
        raise InvalidInput("others", "nobody_came")
    for account_id in sorted(present):
        training = RecordTraining(
            account_id, TrainingWay.CLASSROOM, row.trainer, row.day, row.partner_id
        )
        add_certificate(work, training)
    work.data.execute(delete(TrainingRequest).where(TrainingRequest.account_id.in_(present)))
    record(work, AuditAction.TRAINING_HELD, row.id, count=len(present))
    erase(work, row)
    return len(present)


def _signed_up(row: TrainingSession) -> ColumnElement[bool]:
    seats = select(TrainingSeat.account_id).where(TrainingSeat.session_id == row.id)
    return Account.id.in_(seats)


def _may_have_come(row: TrainingSession) -> ColumnElement[bool]:
    """Without having signed up: the partner's own workers; of an open one who asked for one."""
    workers = select(AccountHat.account_id).where(AccountHat.hat == Hat.FRONTLINE.value)
    likely = (
        Account.id.in_(select(TrainingRequest.account_id))
        if row.partner_id is None
        else (Account.partner_id == row.partner_id) & Account.id.in_(workers)
    )
    return likely & (Account.state != AccountState.DEACTIVATED.value) & ~_signed_up(row)


def _came_too(work: Work, typed: str) -> set[UUID]:
    lines = lines_of(clean_text(typed, LONGEST, field="others"))
    known = accounts_of(work, (line.address for line in lines))
    strange = [
        InvalidInput(
            "others",
            "line_without_account" if "@" in line.typed else "line_no_address",
            number=str(line.number),
            line=line.typed,
        )
        for line in lines
        if line.address not in known
    ]
    if strange:
        raise InvalidLines(strange)
    return {known[line.address] for line in lines}
