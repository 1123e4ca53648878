"""Whether enough people hold a group's key, and whether anything can be taken in at all."""

from uuid import UUID

from sqlalchemy import bindparam, select

from signalering.domain.errors import IntakeClosed, InvalidInput
from signalering.domain.hats import KEEPER_OF_GROUP
from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup, MailKind
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.base import table_of
from signalering.models.keys.group import Grant, GroupEpoch
from signalering.models.keys.user import UserWrap
from signalering.services.keys.epochs import hold_all, open_epoch
from signalering.services.network.queue import queue
from signalering.services.work import Work

ENOUGH = 2
# Who can mend it: holders themselves, and administrators, who invite.
TOLD: dict[KeyGroup, tuple[Hat, ...]] = {
    KeyGroup.CASEWORK: (Hat.COORDINATOR, Hat.ADMINISTRATOR),
    KeyGroup.AUDIT: (Hat.PRIVACY_OFFICER, Hat.ADMINISTRATOR),
}

_accounts, _hats, _wraps = table_of(Account), table_of(AccountHat), table_of(UserWrap)
_grants, _epochs = table_of(Grant), table_of(GroupEpoch)
# Asked with every signal, so made once: granted; of these with a way to unlock; then active.
_GRANTED = (
    select(_grants.c.account_id)
    .distinct()
    .select_from(_grants.join(_epochs))
    .where(_epochs.c.group_code == bindparam("group"), _epochs.c.state == EpochState.OPEN.value)
)
_ABLE = _GRANTED.where(_grants.c.account_id.in_(select(_wraps.c.account_id)))
_ACTIVE = (
    select(_accounts.c.id)
    .select_from(_accounts.join(_hats))
    .where(
        _accounts.c.id.in_(bindparam("ids", expanding=True)),
        _accounts.c.state == AccountState.ACTIVE.value,
        _hats.c.hat == bindparam("hat"),
    )
)


def holders(work: Work, group: KeyGroup, *, lock: bool = False) -> set[UUID]:
    """Accounts that can open the group's key and pass it on: active, in its keeper's hat, granted,

    with a way to unlock.

    With `lock` their rows stay locked until the transaction ends: two who leave at once are seen
    one after the other.
    """
    # What waits to be written counts too; these statements don't see it by themselves.
    work.data.flush()
    work.keys.flush()
    of_group = {"group": group.value}
    if lock:
        granted = work.keys.scalars(_GRANTED, of_group).all()
        rows = select(Account.id).where(Account.id.in_(granted)).order_by(Account.id)
        work.data.execute(rows.with_for_update())
    # Read after the lock: whoever was waited for may have lost the grant, and stay active.
    able = work.keys.scalars(_ABLE, of_group).all()
    return set(work.data.scalars(_ACTIVE, {"ids": able, "hat": KEEPER_OF_GROUP[group].value}))


def last_holder_of(work: Work, account_id: UUID, *, lock: bool = False) -> tuple[KeyGroup, ...]:
    """The groups that would be left without a holder if this account went."""
    return tuple(group for group in KeyGroup if holders(work, group, lock=lock) == {account_id})


def require_other_holder(work: Work, account_id: UUID, *groups: KeyGroup) -> None:
    """Raise InvalidInput when this account alone holds the key of one of the groups (or of any)."""
    alone = last_holder_of(work, account_id, lock=True)
    if set(alone) & set(groups or KeyGroup):
        raise InvalidInput("account", "last_key_holder")


def require_intake(work: Work) -> None:
    """Raise IntakeClosed when what comes in now could be opened, or accounted for, by nobody."""
    hold_all(work)
    for group in KeyGroup:
        open_epoch(work, group)
    if not holders(work, KeyGroup.CASEWORK):
        raise IntakeClosed


def tell_when_few(work: Work, group: KeyGroup) -> None:
    """Mail those who can mend it; called by whoever took a holder away."""
    if len(holders(work, group)) >= ENOUGH:
        return
    receivers = work.data.scalars(
        select(Account.id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            Account.state == AccountState.ACTIVE,
            AccountHat.hat.in_([hat.value for hat in TOLD[group]]),
        )
        .distinct()
        .order_by(Account.id)
    ).all()
    for account_id in receivers:
        queue(work, MailKind.KEY_HOLDERS_FEW, account_id=account_id)
