"""Give a colleague the group's key, as a holder, after comparing fingerprints by phone."""

from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.keys.grant import GiveKey
from signalering.domain.errors import InvalidInput
from signalering.domain.hats import KEY_GROUP_OF_HAT
from signalering.domain.lifecycles import AccountState
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.keys.group import Grant, RecoveryKey
from signalering.services.audit.record import record
from signalering.services.keys.compared import compared
from signalering.services.keys.epochs import standing_epoch
from signalering.services.keys.groups import open_group, public_key_of
from signalering.services.keys.waiting import own_group
from signalering.services.work import Work
from signalering.vault import groups


def give(work: Work, command: GiveKey) -> None:
    """Grant the key of the actor's own group to the key that was compared by phone.

    Raises Denied, KeysNeeded, InvalidInput for another fingerprint, and what `grant` raises.
    """
    group = own_group(work)
    open_group(work, group)
    public = compared(work, command.account_id, command.shown, command.heard)
    grant(work, group, command.account_id, public)


def grant(work: Work, group: str, account_id: UUID, public: bytes | None = None) -> None:
    """Seal the group's secret to a colleague whose hat needs it, or to the key that was compared.

    Raises CannotOpen when the actor doesn't hold the key, InvalidInput when the colleague has no
    key pair, no such hat, or a grant already.
    """
    opened = open_group(work, group)
    account = work.data.get(Account, account_id)
    public = public or public_key_of(work, account_id)
    if account is None or public is None or account.state != AccountState.ACTIVE:
        raise InvalidInput("account", "no_key_pair")
    if group not in {KEY_GROUP_OF_HAT.get(Hat(row.hat)) for row in account.hats}:
        raise InvalidInput("account", "hat_needs_no_key")
    if work.keys.get(Grant, (opened.epoch_id, account_id)):
        raise InvalidInput("account", "has_key_already")
    epoch = standing_epoch(work, group)
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
