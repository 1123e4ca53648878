"""Whether enough people hold a group's key, and whether anything can be taken in at all."""

from uuid import UUID

from sqlalchemy import bindparam, select

from signalering.domain.errors import IntakeClosed, InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT
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
HAT_OF_GROUP = {KeyGroup(group): hat for hat, group in KEY_GROUP_OF_HAT.items()}
# Who can mend it: holders themselves, and administrators, who invite.
TOLD: dict[KeyGroup, tuple[Hat, ...]] = {
    KeyGroup.CASEWORK: (Hat.COORDINATOR, Hat.ADMINISTRATOR),
    KeyGroup.AUDIT: (Hat.PRIVACY_OFFICER, Hat.ADMINISTRATOR),
}

_accounts, _hats, _wraps = table_of(Account), table_of(AccountHat), table_of(UserWrap)
_grants, _epochs = table_of(Grant), table_of(GroupEpoch)
# The same as holders(), asked with every signal: granted, with a way to unlock; then active.
_ABLE = (
    select(_grants.c.account_id)
    .distinct()
    .select_from(_grants.join(_epochs).join(_wraps, _wraps.c.account_id == _grants.c.account_id))
    .where(_epochs.c.group_code == bindparam("group"), _epochs.c.state == EpochState.OPEN.value)
)
_ONE_ACTIVE = (
    select(_accounts.c.id)
    .select_from(_accounts.join(_hats))
    .where(
        _accounts.c.id.in_(bindparam("ids", expanding=True)),
        _accounts.c.state == AccountState.ACTIVE.value,
        _hats.c.hat == bindparam("hat"),
    )
    .limit(1)
)


def holders(work: Work, group: KeyGroup, *, lock: bool = False) -> set[UUID]:
    """Accounts that can open the group's key: active, in its hat, granted, with a way to unlock.

    With `lock` their rows stay locked until the transaction ends: two who leave at once are seen
    one after the other.
    """
    granted = _granted(work, group)
    if lock:
        rows = select(Account.id).where(Account.id.in_(granted)).order_by(Account.id)
        work.data.execute(rows.with_for_update())
        # Whoever was waited for may have lost the grant meanwhile, and stay active.
        granted = _granted(work, group)
    unlocking = set(
        work.keys.scalars(select(UserWrap.account_id).where(UserWrap.account_id.in_(granted)))
    )
    active = (
        select(Account.id)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            Account.id.in_(granted & unlocking),
            Account.state == AccountState.ACTIVE,
            AccountHat.hat == HAT_OF_GROUP[group].value,
        )
    )
    return set(work.data.scalars(active))


def _granted(work: Work, group: KeyGroup) -> set[UUID]:
    return set(
        work.keys.scalars(
            select(Grant.account_id)
            .join(GroupEpoch, GroupEpoch.id == Grant.epoch_id)
            .where(GroupEpoch.group == group.value, GroupEpoch.state == EpochState.OPEN)
        )
    )


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
    able = work.keys.execute(_ABLE, {"group": KeyGroup.CASEWORK.value}).scalars().all()
    active = {"ids": able, "hat": HAT_OF_GROUP[KeyGroup.CASEWORK].value}
    if work.data.execute(_ONE_ACTIVE, active).first() is None:
        raise IntakeClosed


def tell_when_few(work: Work, group: KeyGroup) -> None:
    """Mail those who can mend it; called by whoever took a holder away."""
    work.data.flush()
    work.keys.flush()
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
