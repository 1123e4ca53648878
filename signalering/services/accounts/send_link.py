"""A new link for somebody who has a log-in to set up, by mail."""

from uuid import UUID

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow, NotFound
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.permissions import Permission
from signalering.models.accounts.account import Account
from signalering.services.accounts.invite import waits_for_link
from signalering.services.audit.record import record
from signalering.services.network.queue import queue
from signalering.services.work import Work


def send_link(work: Work, account_id: UUID) -> None:
    """Mail a link again. Raises Denied, NotFound, NotAllowedNow when there is a log-in."""
    account = waiting_account(work, account_id)
    first = account.state == AccountState.INVITED
    queue(work, MailKind.INVITATION if first else MailKind.RESET, account_id=account_id)
    record(work, AuditAction.LINK_MADE, account_id, way="mail")


def waiting_account(work: Work, account_id: UUID) -> Account:
    """Somebody with a log-in to set up. Raises Denied, NotFound, NotAllowedNow."""
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    account = work.data.get(Account, account_id)
    if account is None:
        raise NotFound
    if not waits_for_link(work, account):
        raise NotAllowedNow
    return account
