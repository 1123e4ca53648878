"""Who holds which group's key, and whether enough people do."""

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import IntakeClosed
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState, KeyGroup
from signalering.domain.permissions import Permission
from signalering.domain.states import Hat
from signalering.domain.views.keys.holders import GroupHolders, Holder
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant
from signalering.services.audit.record import record
from signalering.services.keys.epochs import standing_epoch
from signalering.services.keys.groups import public_key_of
from signalering.services.work import Work
from signalering.vault.groups import fingerprint


def list_holders(work: Work) -> tuple[GroupHolders, ...]:
    """Both groups, casework first; opens no key. Raises Denied."""
    require(Permission.KEY_HOLDERS, work.by(), None, work.clock.today())
    accounts = work.data.scalars(select(Account).order_by(Account.name, Account.id)).all()
    groups = tuple(
        _group(work, group, list(accounts)) for group in (KeyGroup.CASEWORK, KeyGroup.AUDIT)
    )
    record(work, AuditAction.KEYS_LISTED, count=sum(len(group.holders) for group in groups))
    return groups


def _group(work: Work, group: KeyGroup, accounts: list[Account]) -> GroupHolders:
    try:
        epoch = standing_epoch(work, group)
    except IntakeClosed:
        granted, number = set(), None
    else:
        number = epoch.number
        granted = set(work.keys.scalars(select(Grant.account_id).where(Grant.epoch_id == epoch.id)))
    active = [account for account in accounts if account.state == AccountState.ACTIVE]
    return GroupHolders(
        group=group.value,
        epoch=number,
        holders=tuple(
            Holder(account.id, account.name, _fingerprint(work, account), account in active)
            for account in accounts
            if account.id in granted
        ),
        waiting=tuple(
            account.name
            for account in active
            if account.id not in granted and _needs(account, group)
        ),
    )


def _needs(account: Account, group: KeyGroup) -> bool:
    return group in {KEY_GROUP_OF_HAT.get(Hat(row.hat)) for row in account.hats}


def _fingerprint(work: Work, account: Account) -> str:
    public = public_key_of(work, account.id)
    return fingerprint(public) if public else ""
