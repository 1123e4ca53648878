"""Rows of trainings in a classroom: found, told, erased."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select

from signalering.domain.access import Permission, require
from signalering.domain.errors import InvalidInput, NotFound
from signalering.domain.lifecycles import AccountState
from signalering.domain.views.training.session import Attendee
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.models.training.session import TrainingSeat, TrainingSession
from signalering.services.work import Work


def found(work: Work, session_id: UUID, *, hold: bool = False) -> TrainingSession:
    """The row, for who organises trainings; with `hold` nobody ends it or signs up meanwhile.

    Raises Denied, NotFound.
    """
    require(Permission.TRAINING, work.by(), None, work.clock.today())
    row = work.data.get(TrainingSession, session_id, with_for_update=True if hold else None)
    if row is None:
        raise NotFound
    return row


def erase(work: Work, row: TrainingSession) -> None:
    """The training and its list."""
    work.data.execute(delete(TrainingSeat).where(TrainingSeat.session_id == row.id))
    work.data.delete(row)
    work.data.flush()


def people(work: Work, which: ColumnElement[bool]) -> tuple[Attendee, ...]:
    """Accounts by name, with their partners."""
    rows = work.data.execute(
        select(Account.id, Account.name, Partner.name)
        .outerjoin(Partner, Partner.id == Account.partner_id)
        .where(which)
        .order_by(Account.name, Account.id)
    )
    return tuple(Attendee(account_id, name, partner or "") for account_id, name, partner in rows)


def check_partner(work: Work, partner_id: UUID | None) -> None:
    """Raise InvalidInput on `partner` for one that is not there."""
    if partner_id is not None and work.data.get(Partner, partner_id) is None:
        raise InvalidInput("partner", "unknown_code")


def partner_name(work: Work, partner_id: UUID | None) -> str:
    """For whom a training was given; empty for one that was open to all."""
    partner = work.data.get(Partner, partner_id) if partner_id else None
    return partner.name if partner else ""


def accounts_of(work: Work, lines: Iterable[str]) -> dict[str, UUID]:
    """Accounts by these addresses, in lower case; unknown ones, and who left, are left out."""
    wanted = {line.casefold() for line in lines}
    rows = work.data.execute(
        select(Account.id, Account.email).where(Account.state != AccountState.DEACTIVATED.value)
    )
    return {
        email.casefold(): account_id for account_id, email in rows if email.casefold() in wanted
    }


@dataclass(frozen=True)
class Line:
    """One line of a list as it was typed; numbers count from 1."""

    number: int
    typed: str

    @property
    def address(self) -> str:
        """As accounts are found by it."""
        return self.typed.casefold()


def lines_of(text: str) -> list[Line]:
    """The lines that say something; an address that stands there twice counts once."""
    lines: dict[str, Line] = {}
    for number, typed in enumerate(text.splitlines(), start=1):
        line = Line(number, typed.strip())
        if line.typed:
            lines.setdefault(line.address, line)
    return list(lines.values())
