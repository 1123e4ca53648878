"""An administrator's reset: what somebody logged in with is destroyed, and a link is mailed.

It gives back a log-in, never keys: whoever sets up the account again has a new key pair, to which
a colleague must grant the group's key, and a coordinator must link older signals.
"""

from uuid import UUID

from sqlalchemy import delete

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import InvalidInput
from signalering.domain.lifecycles import MailKind
from signalering.models.accounts.invitation import Invitation
from signalering.services.accounts.deactivate import account_to_change
from signalering.services.accounts.losing import destroy_grants, destroy_log_in
from signalering.services.audit.record import record
from signalering.services.keys.coverage import require_other_holder
from signalering.services.network.queue import queue
from signalering.services.work import Work


def name_to_reset(work: Work, account_id: UUID) -> str:
    """Whose account it is. Raises Denied, NotFound, NotAllowedNow."""
    return account_to_change(work, account_id).name


def reset(work: Work, account_id: UUID) -> None:
    """Raises Denied, NotFound, NotAllowedNow, and InvalidInput for oneself or the last holder of

    a group's key: without that one nobody could open anything any more.
    """
    account = account_to_change(work, account_id)
    if account_id == work.by().account_id:
        raise InvalidInput("account", "own_reset")
    require_other_holder(work, account_id)
    account.session_epoch += 1
    work.data.flush()
    destroy_log_in(work, account_id)
    destroy_grants(work, account_id)
    work.data.execute(delete(Invitation).where(Invitation.account_id == account_id))
    queue(work, MailKind.RESET, account_id=account_id)
    record(work, AuditAction.ACCOUNT_RESET, account_id)
