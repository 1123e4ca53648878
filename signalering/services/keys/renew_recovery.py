"""A new recovery key: new shares, and every way in that told of the old one made again."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Conflict
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
    count = 0
    for epoch in epochs:
        secret = secrets[epoch.id]
        epoch.recovery_key_id = recovery.id
        epoch.recovery_wrap = groups.recovery_wrap(recovery_public, secret, epoch.group, epoch.id)
        count += _regrant(work, epoch, secret, recovery_public)
    work.keys.flush()
    record(work, AuditAction.RECOVERY_RENEWED, recovery.id, count=count)


def _regrant(work: Work, epoch: GroupEpoch, secret: GroupSecret, recovery_public: bytes) -> int:
    count = 0
    for grant in work.keys.scalars(select(Grant).where(Grant.epoch_id == epoch.id)).all():
        public = public_key_of(work, grant.account_id)
        if public is None or not groups.endorsed(
            secret, grant.account_id, public, grant.endorsement
        ):
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
