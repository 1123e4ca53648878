"""A colleague comes back: only by a new invitation, and with new keys."""

from uuid import UUID

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.permissions import Permission
from signalering.domain.views.accounts.reactivate import Returning
from signalering.models.accounts.account import Account
from signalering.models.partners.partner import Partner
from signalering.services.accounts.invite import require_takes_part
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.work import Work


def returning(work: Work, account_id: UUID) -> Returning:
    """Who would come back. Raises Denied, NotFound, NotAllowedNow."""
    return Returning(account_id, _deactivated(work, account_id).name)


def reactivate(work: Work, account_id: UUID) -> None:
    """Invite again, in the same hats. Keys of before are gone; a colleague grants afresh.

    Raises Denied, NotFound, NotAllowedNow, InvalidInput for an organisation that stopped or has
    no agreement.
    """
    account = _deactivated(work, account_id)
    if account.partner_id is not None:
        require_takes_part(work.data.get_one(Partner, account.partner_id), "partner")
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
