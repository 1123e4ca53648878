"""Found both key groups: epoch 1, grants to the first holders, the recovery wrap."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from signalering.domain.audit_actions import AuditAction
from signalering.domain.lifecycles import EpochState, KeyGroup
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault import groups


def found_groups(
    work: Work,
    recovery_public: bytes,
    holders: Mapping[KeyGroup, Sequence[tuple[UUID, bytes]]],
) -> None:
    """Found the groups with their first holders (account, public key), audit group included.

    The audit group is there first: each founding is itself accounted for.
    """
    recovery = RecoveryKey(public_key=recovery_public, current=True)
    work.keys.add(recovery)
    work.keys.flush()
    for group in (KeyGroup.AUDIT, KeyGroup.CASEWORK):
        epoch = _found(work, group, recovery, holders[group])
        record(work, AuditAction.GROUP_FOUNDED, epoch.id, group=group.value)


def _found(
    work: Work, group: KeyGroup, recovery: RecoveryKey, members: Sequence[tuple[UUID, bytes]]
) -> GroupEpoch:
    secret = groups.new_group_secret()
    epoch_id = uuid4()
    epoch = GroupEpoch(
        id=epoch_id,
        group=group,
        number=1,
        state=EpochState.OPEN,
        public_key=groups.group_public_key(secret),
        recovery_key_id=recovery.id,
        recovery_wrap=groups.recovery_wrap(recovery.public_key, secret, group, epoch_id),
    )
    work.keys.add(epoch)
    work.keys.flush()
    for account_id, public in members:
        work.keys.add(
            Grant(
                epoch_id=epoch_id,
                account_id=account_id,
                wrapped=groups.grant(
                    public, secret, group, epoch_id, account_id, recovery.public_key
                ),
                endorsement=groups.endorsement(secret, account_id, public),
            )
        )
    work.keys.flush()
    return epoch
