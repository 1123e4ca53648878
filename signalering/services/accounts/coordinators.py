"""Who can be at work as coordinator at all."""

from uuid import UUID

from sqlalchemy import Select, select

from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat


def coordinators() -> Select[UUID]:
    """Active accounts with that hat, by their ids, as a part of another query."""
    return (
        select(Account.id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(Account.state == AccountState.ACTIVE.value, AccountHat.hat == Hat.COORDINATOR.value)
    )
