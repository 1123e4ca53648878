"""Who waits for a key, for those who hold it."""

from uuid import UUID

from sqlalchemy import select

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Denied, IntakeClosed, NotFound
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState, KeyGroup
from signalering.domain.permissions import Permission
from signalering.domain.views.keys.waiting import WaitingPerson, WaitingView
from signalering.models.accounts.account import Account, AccountHat
from signalering.models.accounts.relink import Relink
from signalering.models.keys.group import Grant
from signalering.models.keys.user import UserKey
from signalering.services.audit.record import record
from signalering.services.keys.compared import shown_of
from signalering.services.keys.epochs import standing_epoch
from signalering.services.keys.groups import public_key_of
from signalering.services.work import Work


def waiting(work: Work) -> WaitingView:
    """Colleagues without the key of the actor's own group, and reporters to be linked again.

    Opens no key. Raises Denied.
    """
    group = own_group(work)
    lacking = accounts_without_grant(work, group)
    people = [_person(work, account) for account in lacking]
    colleagues = tuple(person for person in people if person.shown)
    reporters = waiting_reporters(work) if group is KeyGroup.CASEWORK else ()
    record(work, AuditAction.KEYS_LISTED, count=len(people) + len(reporters), group=group.value)
    return WaitingView(
        group=group.value,
        holds=work.by().account_id not in {account.id for account in lacking},
        colleagues=tuple(one for one in colleagues if one.account_id != work.by().account_id),
        not_yet=tuple(person.name for person in people if not person.shown),
        reporters=reporters,
    )


def waiting_person(work: Work, account_id: UUID) -> WaitingPerson:
    """One colleague who lacks the key of the actor's group. Raises Denied, NotFound."""
    lacking = accounts_without_grant(work, own_group(work))
    for account in lacking:
        if account.id == account_id:
            return _person(work, account)
    raise NotFound


def own_group(work: Work) -> KeyGroup:
    """The group whose key the hat worn now needs. Raises Denied."""
    require(Permission.GIVE_KEY, work.by(), None, work.clock.today())
    group = KEY_GROUP_OF_HAT.get(work.by().hat)
    if group is None:
        raise Denied
    return KeyGroup(group)


def accounts_without_grant(work: Work, group: KeyGroup) -> list[Account]:
    """Accounts in a hat of the group that have no grant, by name; those not activated yet too."""
    try:
        epoch = standing_epoch(work, group)
    except IntakeClosed:
        granted = set()
    else:
        granted = set(work.keys.scalars(select(Grant.account_id).where(Grant.epoch_id == epoch.id)))
    rows = work.data.scalars(
        select(Account)
        .join(AccountHat, AccountHat.account_id == Account.id)
        .where(
            AccountHat.hat.in_(_hats_of(group)),
            Account.state != AccountState.DEACTIVATED,
        )
        .order_by(Account.name, Account.id)
    )
    return [account for account in rows if account.id not in granted]


def _hats_of(group: KeyGroup) -> list[str]:
    return [hat.value for hat, opens in KEY_GROUP_OF_HAT.items() if opens == group]


def waiting_reporters(work: Work) -> tuple[WaitingPerson, ...]:
    """Reporters with a new key pair whose older signals nobody looked up yet, by name."""
    rows = work.data.scalars(
        select(Account)
        .join(Relink, Relink.account_id == Account.id)
        .where(Relink.sealed.is_(None), Account.state == AccountState.ACTIVE)
        .order_by(Account.name, Account.id)
    ).all()
    return tuple(_person(work, account) for account in rows if work.keys.get(UserKey, account.id))


def _person(work: Work, account: Account) -> WaitingPerson:
    public = public_key_of(work, account.id) if account.state == AccountState.ACTIVE else None
    return WaitingPerson(account.id, account.name, shown_of(public) if public else "")
