"""A new recovery key: new shares, and every way in that told of the old one made again."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import delete, select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Conflict
from signalering.domain.lifecycles import EpochState
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.services.audit.record import record
from signalering.services.keys.epochs import READABLE
from signalering.services.keys.groups import opened_in, public_key_of
from signalering.services.work import Work
from signalering.vault import groups
from signalering.vault.kinds import GroupSecret

Secrets = Mapping[UUID, GroupSecret]


def secrets_of(work: Work, group: str) -> Secrets:
    """The secrets of the group's epochs that can be read, as a holder. Raises CannotOpen."""
    return {epoch.id: opened_in(work, epoch).secret for epoch in readable(work, group)}


def readable(work: Work, *names: str) -> list[GroupEpoch]:
    """The epochs of these groups that are open or being emptied, held."""
    query = (
        select(GroupEpoch)
        .where(GroupEpoch.group.in_(names), GroupEpoch.state.in_(READABLE))
        .order_by(GroupEpoch.group, GroupEpoch.number)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(work.keys.scalars(query))


def renew_recovery(work: Work, secrets: Secrets, recovery_public: bytes) -> None:
    """Put the new recovery key in the place of the old one, for both groups at once.

    Endorsed members get their grants again; others wait to be granted. Raises Conflict when a
    rotation began since the secrets were opened.
    """
    epochs = readable(work, *sorted(groups.GROUPS))
    if {epoch.id for epoch in epochs} != set(secrets):
        raise Conflict
    work.keys.execute(update(RecoveryKey).values(current=False))
    recovery = RecoveryKey(public_key=recovery_public, current=True)
    work.keys.add(recovery)
    work.keys.flush()
    count, endorsed = 0, dict[str, set[UUID]]()
    # The open epoch first: it alone tells who is endorsed.
    for epoch in sorted(epochs, key=lambda one: one.state != EpochState.OPEN):
        secret = secrets[epoch.id]
        epoch.recovery_key_id = recovery.id
        epoch.recovery_wrap = groups.recovery_wrap(recovery_public, secret, epoch.group, epoch.id)
        if epoch.state == EpochState.OPEN:
            endorsed[epoch.group] = _endorsed(work, epoch, secret)
        count += _regrant(work, epoch, secret, recovery_public, endorsed[epoch.group])
    work.keys.flush()
    record(work, AuditAction.RECOVERY_RENEWED, recovery.id, count=count)


def _endorsed(work: Work, epoch: GroupEpoch, secret: GroupSecret) -> set[UUID]:
    """Members whose key of now is the one that was endorsed."""
    found = set()
    for grant in work.keys.scalars(select(Grant).where(Grant.epoch_id == epoch.id)):
        public = public_key_of(work, grant.account_id)
        if public and groups.endorsed(secret, grant.account_id, public, grant.endorsement):
            found.add(grant.account_id)
    return found


def _regrant(
    work: Work,
    epoch: GroupEpoch,
    secret: GroupSecret,
    recovery_public: bytes,
    endorsed: Collection[UUID],
) -> int:
    count = 0
    for grant in work.keys.scalars(select(Grant).where(Grant.epoch_id == epoch.id)).all():
        public = public_key_of(work, grant.account_id)
        if public is None or grant.account_id not in endorsed:
            work.keys.execute(
                delete(Grant).where(
                    Grant.epoch_id == epoch.id, Grant.account_id == grant.account_id
                )
            )
            continue
        grant.wrapped = groups.grant(
            public, secret, epoch.group, epoch.id, grant.account_id, recovery_public
        )
        count += 1
    return count
