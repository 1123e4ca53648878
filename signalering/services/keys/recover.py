"""All holders gone: two shares of the recovery key give the groups' keys to somebody again."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState, EpochState, MailKind
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant, GroupEpoch, RecoveryKey
from signalering.services.audit.record import record
from signalering.services.keys.groups import public_key_of
from signalering.services.keys.renew_recovery import readable
from signalering.services.network.queue import queue
from signalering.services.work import Work
from signalering.vault import groups
from signalering.vault.kinds import RecoverySecret
from signalering.vault.shares import recovery_public_key


def recover(work: Work, email: str, secret: RecoverySecret, only: str | None = None) -> list[str]:
    """Grant the keys of the groups that the account's hats need (or one of them); which.

    Everybody is told by mail. Raises InvalidInput for an account that can't hold a key, for
    shares of another recovery key, and for a group that none of its hats needs; CannotOpen for a
    recovery wrap that is damaged, or not of the epoch that is being emptied.
    """
    account = work.data.scalar(select(Account).where(Account.email == email.strip().lower()))
    if account is None or account.state != AccountState.ACTIVE:
        raise InvalidInput("account", "no_account")
    public = public_key_of(work, account.id)
    if public is None:
        raise InvalidInput("account", "no_key_pair")
    current = work.keys.scalar(select(RecoveryKey).where(RecoveryKey.current.is_(True)))
    if current is None or current.public_key != recovery_public_key(secret):
        raise InvalidInput("shares", "other_shares")
    names = {KEY_GROUP_OF_HAT[Hat(row.hat)] for row in account.hats if row.hat in KEY_GROUP_OF_HAT}
    if only is not None:
        names &= {only}
    if not names:
        raise InvalidInput("account", "hat_needs_no_key")
    epochs = readable(work, *sorted(names))
    _grant(work, epochs, secret, account.id, public, current.public_key)
    for name in sorted(names):
        record(work, AuditAction.KEYS_RECOVERED, account.id, group=name)
    everybody = select(Account.id).where(Account.state == AccountState.ACTIVE)
    for account_id in work.data.scalars(everybody.order_by(Account.id)).all():
        queue(work, MailKind.KEYS_RECOVERED, account_id=account_id)
    return sorted(names)


def _grant(
    work: Work,
    epochs: Sequence[GroupEpoch],
    secret: RecoverySecret,
    account_id: UUID,
    public: bytes,
    recovery_public: bytes,
) -> None:
    found = {
        epoch.id: groups.open_recovery_wrap(secret, epoch.recovery_wrap, epoch.group, epoch.id)
        for epoch in epochs
    }
    standing = {epoch.group: found[epoch.id] for epoch in epochs if epoch.state == EpochState.OPEN}
    for epoch in epochs:
        opened = found[epoch.id]
        if epoch.state == EpochState.OPEN:
            endorsement = groups.endorsement(opened, account_id, public)
        elif groups.group_public_key(opened) == epoch.public_key:
            endorsement = groups.voucher(standing[epoch.group], epoch.id, opened)
        else:
            # Anybody can seal to the recovery key: nobody is to vouch for what came out of it.
            raise CannotOpen
        earlier = work.keys.get(Grant, (epoch.id, account_id))
        if earlier is not None:
            work.keys.delete(earlier)
            work.keys.flush()
        work.keys.add(
            Grant(
                epoch_id=epoch.id,
                account_id=account_id,
                wrapped=groups.grant(
                    public, opened, epoch.group, epoch.id, account_id, recovery_public
                ),
                endorsement=endorsement,
            )
        )
    work.keys.flush()
