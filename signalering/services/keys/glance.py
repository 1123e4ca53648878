"""How keys stand, as every page asks it: a few statements, no lock, no row as an object, no word

opened. They are made once, for making one takes longer than running it. Whoever is to do something
about it asks coverage.py, waiting.py and rotate.py, which lock and give rows; tests hold both to
the same answers.
"""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import bindparam, exists, select

from signalering.domain.hats import KEEPER_OF_GROUP, KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState, EpochState, KeyGroup
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.accounts.relink import Relink
from signalering.models.base import table_of
from signalering.models.keys.forgotten import KeyAlarm
from signalering.models.keys.group import Grant, GroupEpoch, StaleKey
from signalering.models.keys.user import UserKey, UserWrap
from signalering.services.work import Work

_accounts, _hats, _relinks = table_of(Account), table_of(AccountHat), table_of(Relink)
_epochs, _grants, _wraps = table_of(GroupEpoch), table_of(Grant), table_of(UserWrap)
_alarms, _stale, _user_keys = table_of(KeyAlarm), table_of(StaleKey), table_of(UserKey)

_TOLD = select(
    exists().where(_alarms.c.object_id.is_not(None)), exists().where(_stale.c.key_id.is_not(None))
)
_able = exists().where(_wraps.c.account_id == _grants.c.account_id)
_HELD = (
    select(_epochs.c.group_code, _epochs.c.state, _epochs.c.rotation_due)
    .add_columns(_grants.c.account_id, _able)
    .select_from(_epochs.outerjoin(_grants))
    .where(_epochs.c.state.in_([EpochState.OPEN.value, EpochState.ROTATING.value]))
)
_MEMBERS = (
    select(_accounts.c.id, _hats.c.hat, _accounts.c.state)
    .select_from(_accounts.join(_hats))
    .where(
        _hats.c.hat.in_([hat.value for hat in KEY_GROUP_OF_HAT]),
        _accounts.c.state != AccountState.DEACTIVATED.value,
    )
)
_FORGOT = (
    select(_relinks.c.account_id, _accounts.c.state)
    .select_from(_relinks.join(_accounts))
    .where(_relinks.c.sealed.is_(None))
)
_PAIRED = select(exists().where(_user_keys.c.account_id.in_(bindparam("accounts", expanding=True))))


@dataclass
class GroupGlance:
    """One key group: whether it is to be changed, who can pass it on, who lacks it."""

    due: bool = False
    holders: set[UUID] = field(default_factory=set)
    lacking: set[UUID] = field(default_factory=set)


@dataclass
class Glance:
    """All groups, and whether a swapped key is known of."""

    alarmed: bool
    groups: dict[KeyGroup, GroupGlance]


def glance(work: Work) -> Glance:
    """How the groups stand now. Raises nothing of its own."""
    groups = {group: GroupGlance() for group in KeyGroup}
    alarmed, stale = work.keys.execute(_TOLD).one()
    groups[KeyGroup.CASEWORK].due = bool(stale)
    # Of each group who was granted its open key, and whether they have a way to unlock.
    granted: dict[KeyGroup, dict[UUID, bool]] = {group: {} for group in KeyGroup}
    for code, state, due, account_id, able in work.keys.execute(_HELD):
        group = KeyGroup(code)
        groups[group].due |= due or state != EpochState.OPEN
        if state == EpochState.OPEN and account_id is not None:
            granted[group][account_id] = able
    for account_id, hat, state in work.data.execute(_MEMBERS):
        group = KeyGroup(KEY_GROUP_OF_HAT[hat])
        if account_id not in granted[group]:
            groups[group].lacking.add(account_id)
        elif (
            granted[group][account_id]
            and hat == KEEPER_OF_GROUP[group]
            and state == AccountState.ACTIVE
        ):
            groups[group].holders.add(account_id)
    return Glance(bool(alarmed), groups)


def who_forgot(work: Work) -> tuple[set[UUID], set[UUID]]:
    """Accounts whose older signals nobody looked up yet; and those of them that are in use."""
    rows = work.data.execute(_FORGOT).all()
    active = {account_id for account_id, state in rows if state == AccountState.ACTIVE}
    return {account_id for account_id, _ in rows}, active


def any_with_keys(work: Work, accounts: set[UUID]) -> bool:
    """Whether one of these made a key pair, so that something can be given."""
    return bool(accounts) and bool(
        work.keys.scalar(_PAIRED, {"accounts": sorted(accounts, key=str)})
    )
