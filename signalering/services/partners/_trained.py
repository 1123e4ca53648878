"""How many of an organisation's reporters are trained: a count, and no line a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.training.certificate import Certificate
from signalering.services.work import Work


@dataclass(frozen=True)
class Trained:
    """Whose certificate is valid today, and when the first and the last of these ends."""

    count: int = 0
    first_until: date | None = None
    last_until: date | None = None


def trained_at(work: Work, partners: Iterable[UUID]) -> dict[UUID, Trained]:
    """By organisation; one where nobody is trained is left out. Counts people, by their longest."""
    until = (
        select(func.max(Certificate.valid_until))
        .where(Certificate.account_id == Account.id)
        .scalar_subquery()
    )
    each = (
        select(Account.partner_id, until.label("until"))
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            Account.partner_id.in_(list(partners)),
            Account.state == AccountState.ACTIVE,
            AccountHat.hat == Hat.FRONTLINE,
        )
        .subquery()
    )
    rows = work.data.execute(
        select(each.c.partner_id, func.count(), func.min(each.c.until), func.max(each.c.until))
        .where(each.c.until >= work.clock.today())
        .group_by(each.c.partner_id)
    )
    return {partner_id: Trained(*figures) for partner_id, *figures in rows}
