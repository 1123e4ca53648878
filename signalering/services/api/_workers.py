"""A partner's own reporters: whoever has an account in use there and may wear that hat."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, func, select

from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.training.certificate import Certificate


def workers_of(partner_id: UUID) -> Select[str, date | None]:
    """Their addresses, and the last day of the longest certificate of each."""
    until = (
        select(func.max(Certificate.valid_until))
        .where(Certificate.account_id == Account.id)
        .scalar_subquery()
    )
    return (
        select(Account.email, until.label("valid_until"))
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            Account.partner_id == partner_id,
            Account.state == AccountState.ACTIVE,
            AccountHat.hat == Hat.FRONTLINE,
        )
    )
