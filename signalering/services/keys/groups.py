"""A member's way into the epochs of a key group."""

from functools import partial

from signalering.domain.errors import CannotOpen, IntakeClosed, KeysNeeded
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AlarmKind, EpochState
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.models.keys.user import UserKey
from signalering.services.keys.alarm import raise_alarm
from signalering.services.keys.epochs import READABLE, open_epoch, standing_epoch
from signalering.services.opened import OpenGroup
from signalering.services.work import Work
from signalering.vault import groups
from signalering.vault.kinds import GroupSecret

__all__ = [
    "has_grant",
    "is_member",
    "open_epoch",
    "open_group",
    "open_secret",
    "opened_in",
    "public_key_of",
]


def open_group(work: Work, group: str) -> OpenGroup:
    """The group's secret of the open epoch by the actor's own grant, once a request.

    Raises CannotOpen when the hat does not need it, no grant is there, or the recovery key that
    the granter knew or the group's own public key is not the one in the keystore. Raises
    KeysNeeded when the actor has unlocked nothing.
    """
    if not _hat_opens(work, group):
        raise CannotOpen
    return opened_in(work, standing_epoch(work, group))


def opened_in(work: Work, epoch: GroupEpoch) -> OpenGroup:
    """The secret of an epoch that is open or being emptied, once a request.

    Raises CannotOpen, also for a secret that doesn't prove itself: nothing is judged by it.
    """
    if not _hat_opens(work, epoch.group) or epoch.state not in READABLE:
        raise CannotOpen
    if epoch.id in work.opened.groups:
        return work.opened.groups[epoch.id]
    secret = open_secret(work, epoch)
    if not _proven(work, epoch, secret):
        # Told in a transaction of its own: this one fails.
        work.afterwards.append(partial(raise_alarm, AlarmKind.GROUP_KEY, epoch.id))
        raise CannotOpen
    wrapping = groups.wrapping_key(secret, epoch.group, epoch.id)
    opened = OpenGroup(epoch.group, epoch.id, secret, wrapping)
    work.opened.groups[epoch.id] = opened
    return opened


def _proven(work: Work, epoch: GroupEpoch, secret: GroupSecret) -> bool:
    """Anybody can seal a grant to a member: what it gives must be the group's own.

    Of an epoch that is being emptied whoever began says so under the next secret, which a writer
    to the database doesn't have; such a writer could replace the old public key with the grant.
    """
    if epoch.state == EpochState.OPEN:
        return groups.group_public_key(secret) == epoch.public_key
    try:
        following = open_group(work, epoch.group)
    except IntakeClosed:  # no rotation leaves it without one
        return False
    stored = work.keys.get_one(Grant, (epoch.id, work.by().account_id)).endorsement
    return groups.vouched(following.secret, epoch.id, secret, stored)


def open_secret(work: Work, epoch: GroupEpoch) -> GroupSecret:
    """The epoch's secret by the actor's grant; it has proven nothing yet.

    Raises CannotOpen, also when the recovery key is not the one that the granter knew.
    """
    account_id = work.by().account_id
    grant = work.keys.get(Grant, (epoch.id, account_id))
    recovery = work.keys.get(RecoveryKey, epoch.recovery_key_id)
    if grant is None or recovery is None:
        raise CannotOpen
    opened = groups.open_grant(work.opened.secret, grant.wrapped, epoch.group, epoch.id, account_id)
    if opened.recovery_hash != groups.recovery_hash(recovery.public_key):
        raise CannotOpen
    return opened.secret


def has_grant(work: Work, group: str) -> bool:
    """Whether the hat worn now needs the group's key and a grant is there, be it a spoilt one.

    A resident wears none.

    Raises IntakeClosed.
    """
    epoch = standing_epoch(work, group)
    if work.actor is None:
        return False
    return _hat_opens(work, group) and bool(work.keys.get(Grant, (epoch.id, work.by().account_id)))


def _hat_opens(work: Work, group: str) -> bool:
    return KEY_GROUP_OF_HAT.get(work.by().hat) == group


def is_member(work: Work, group: str) -> bool:
    """Whether the actor can open this group's keys in the hat worn now."""
    try:
        open_group(work, group)
    except (CannotOpen, IntakeClosed, KeysNeeded):
        return False
    return True


def public_key_of(work: Work, account_id: object) -> bytes | None:
    """The public key of an account, if it has one."""
    row = work.keys.get(UserKey, account_id)
    return row.public_key if row else None
