"""A colleague comes back: only by a new invitation, and with new keys."""

from uuid import UUID

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.permissions import Permission
from signalering.domain.views.accounts.reactivate import Returning
from signalering.models.accounts.account import Account
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.work import Work


def returning(work: Work, account_id: UUID) -> Returning:
    """Who would come back. Raises Denied, NotFound, NotAllowedNow."""
    return Returning(account_id, _deactivated(work, account_id).name)


def reactivate(work: Work, account_id: UUID) -> None:
    """Invite again, in the same hats. Keys of before are gone; a colleague grants afresh.

    Raises Denied, NotFound, NotAllowedNow.
    """
    account = _deactivated(work, account_id)
    account.state = AccountState.INVITED
    work.data.flush()
    queue(work, MailKind.INVITATION, account_id=account_id)
    record(work, AuditAction.ACCOUNT_REACTIVATED, account_id)


def _deactivated(work: Work, account_id: UUID) -> Account:
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    account = work.data.get(Account, account_id, populate_existing=True, with_for_update=True)
    if account is None:
        raise NotFound
    if account.state != AccountState.DEACTIVATED:
        raise NotAllowedNow
    return account
