"""A colleague leaves: the account stays for attribution, and opens nothing any more."""

from uuid import UUID

from sqlalchemy import delete

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import InvalidInput, NotAllowedNow, NotFound
from signalering.domain.lifecycles import AccountState, MailKind
from signalering.domain.permissions import Permission
from signalering.domain.views.accounts.deactivate import Leaving
from signalering.models.accounts.account import Account
from signalering.models.accounts.invitation import Invitation
from signalering.models.accounts.relink import Relink
from signalering.models.network.outbox import OutboxMail
from signalering.services.accounts.covering import end_covers_of, note_for
from signalering.services.accounts.losing import (
    destroy_grants,
    destroy_log_in,
    hand_back_all,
    is_last_administrator,
    open_work_of,
    require_other_administrator,
)
from signalering.services.audit.record import record
from signalering.services.keys.coverage import last_holder_of, require_other_holder
from signalering.services.work import Work

# Links in these would open the account again.
LETTING_IN = (MailKind.INVITATION.value, MailKind.RESET.value)


def leaving(work: Work, account_id: UUID) -> Leaving:
    """What deactivating would mean. Raises Denied, NotFound, NotAllowedNow."""
    account = account_to_change(work, account_id)
    signals, cases = open_work_of(work, account_id)
    cover = note_for(work, account_id)
    return Leaving(
        account_id=account_id,
        name=account.name,
        signals=signals,
        cases=cases,
        last_holder_of=tuple(group.value for group in last_holder_of(work, account_id)),
        last_administrator=is_last_administrator(work, account_id),
        covered_by=cover.covered_by,
        covered_until=cover.covered_until,
        covers=tuple(name for name, _ in cover.covers),
    )


def deactivate(work: Work, account_id: UUID) -> None:
    """End every session, destroy grants and log-in, hand open work back to the queues.

    Raises Denied, NotFound, NotAllowedNow, and InvalidInput for oneself, the last holder of a
    group's key (grant somebody first, or use the shares), the last administrator.
    """
    account = account_to_change(work, account_id)
    if account_id == work.by().account_id:
        raise InvalidInput("account", "own_account")
    require_other_administrator(work, account_id)
    require_other_holder(work, account_id)
    account.state = AccountState.DEACTIVATED
    account.session_epoch += 1
    account.digest = False
    work.data.flush()
    signals, cases = hand_back_all(work, account_id)
    end_covers_of(work, account_id)
    destroy_log_in(work, account_id)
    destroy_grants(work, account_id)
    work.data.execute(delete(Invitation).where(Invitation.account_id == account_id))
    work.data.execute(delete(Relink).where(Relink.account_id == account_id))
    work.data.execute(
        delete(OutboxMail).where(
            OutboxMail.account_id == account_id, OutboxMail.kind.in_(LETTING_IN)
        )
    )
    record(work, AuditAction.ACCOUNT_DEACTIVATED, account_id, signals=signals, cases=cases)


def account_to_change(work: Work, account_id: UUID) -> Account:
    """An account that isn't deactivated, its row locked. Raises Denied, NotFound, NotAllowedNow."""
    require(Permission.ACCOUNTS, work.by(), None, work.clock.today())
    account = work.data.get(Account, account_id, populate_existing=True, with_for_update=True)
    if account is None:
        raise NotFound
    if account.state == AccountState.DEACTIVATED:
        raise NotAllowedNow
    return account
