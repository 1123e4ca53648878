"""The open epoch of a key group, and a member's way into it."""

from sqlalchemy import select

from signalering.domain.errors import CannotOpen, IntakeClosed
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import EpochState
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.models.keys.user import UserKey
from signalering.services.opened import OpenGroup
from signalering.services.work import Work
from signalering.vault import groups


def open_epoch(work: Work, group: str) -> GroupEpoch:
    """The group's open epoch, held still until this transaction ends.

    Raises IntakeClosed while nobody holds a key of the group: nothing can be sealed to it.
    """
    epoch = work.keys.scalar(
        select(GroupEpoch)
        .where(GroupEpoch.group == group, GroupEpoch.state == EpochState.OPEN)
        .with_for_update(read=True)
    )
    if epoch is None:
        raise IntakeClosed
    return epoch


def open_group(work: Work, group: str) -> OpenGroup:
    """The group's secret by the actor's own grant, once a request.

    Raises CannotOpen when the hat does not need it, no grant is there, or the recovery key that
    the granter knew or the group's own public key is not the one in the keystore.
    """
    if not _hat_opens(work, group):
        raise CannotOpen
    if group in work.opened.groups:
        return work.opened.groups[group]
    epoch = open_epoch(work, group)
    account_id = work.by().account_id
    grant = work.keys.get(Grant, (epoch.id, account_id))
    recovery = work.keys.get(RecoveryKey, epoch.recovery_key_id)
    if grant is None or recovery is None:
        raise CannotOpen
    opened = groups.open_grant(work.opened.secret, grant.wrapped, group, epoch.id, account_id)
    if opened.recovery_hash != groups.recovery_hash(recovery.public_key):
        raise CannotOpen
    if groups.group_public_key(opened.secret) != epoch.public_key:
        raise CannotOpen
    wrapping = groups.wrapping_key(opened.secret, group, epoch.id)
    work.opened.groups[group] = OpenGroup(group, epoch.id, opened.secret, wrapping)
    return work.opened.groups[group]


def has_grant(work: Work, group: str) -> bool:
    """Whether the hat worn now needs the group's key and a grant is there, be it a spoilt one.

    Raises IntakeClosed.
    """
    epoch = open_epoch(work, group)
    return _hat_opens(work, group) and bool(work.keys.get(Grant, (epoch.id, work.by().account_id)))


def _hat_opens(work: Work, group: str) -> bool:
    return work.opened.user_secret is not None and KEY_GROUP_OF_HAT.get(work.by().hat) == group


def is_member(work: Work, group: str) -> bool:
    """Whether the actor can open this group's keys in the hat worn now."""
    try:
        open_group(work, group)
    except (CannotOpen, IntakeClosed):
        return False
    return True


def public_key_of(work: Work, account_id: object) -> bytes | None:
    """The public key of an account, if it has one."""
    row = work.keys.get(UserKey, account_id)
    return row.public_key if row else None
