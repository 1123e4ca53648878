"""Give a colleague the group's key, as a holder."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant, RecoveryKey
from signalering.services.audit.record import record
from signalering.services.keys.groups import open_epoch, open_group, public_key_of
from signalering.services.work import Work
from signalering.vault import groups


def grant(work: Work, group: str, account_id: UUID) -> None:
    """Seal the group's secret to a colleague whose hat needs it.

    Raises CannotOpen when the actor doesn't hold the key, InvalidInput when the colleague has no
    key pair, no such hat, or a grant already.
    """
    opened = open_group(work, group)
    account = work.data.get(Account, account_id)
    public = public_key_of(work, account_id)
    if account is None or public is None or account.state != AccountState.ACTIVE:
        raise InvalidInput("account", "no_key_pair")
    if group not in {KEY_GROUP_OF_HAT.get(Hat(row.hat)) for row in account.hats}:
        raise InvalidInput("account", "hat_needs_no_key")
    if work.keys.get(Grant, (opened.epoch_id, account_id)):
        raise InvalidInput("account", "has_key_already")
    epoch = open_epoch(work, group)
    recovery = work.keys.get_one(RecoveryKey, epoch.recovery_key_id)
    work.keys.add(
        Grant(
            epoch_id=epoch.id,
            account_id=account_id,
            wrapped=groups.grant(
                public, opened.secret, group, epoch.id, account_id, recovery.public_key
            ),
            endorsement=groups.endorsement(opened.secret, account_id, public),
        )
    )
    record(work, AuditAction.GRANT_MADE, account_id, group=group)
