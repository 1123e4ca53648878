"""End one's own sessions elsewhere: one, all the others, or everything at once."""

from sqlalchemy import update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotFound
from signalering.models.accounts.account import Account
from signalering.services.accounts.own_sessions import own_rows
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret
from signalering.vault.sessions import find_hash


def end_one(work: Work, slot: int) -> None:
    """End the session of this slot. Raises NotFound, KeysNeeded."""
    row = own_rows(work).get(slot)
    if row is None:
        raise NotFound
    work.data.delete(row)
    record(work, AuditAction.SESSIONS_ENDED, work.by().account_id, count=1)


def end_others(work: Work, cookie: SessionSecret) -> int:
    """End all that are listed but this one; gives how many. Raises KeysNeeded."""
    others = [row for row in own_rows(work).values() if row.find_hash != find_hash(cookie)]
    for row in others:
        work.data.delete(row)
    record(work, AuditAction.SESSIONS_ENDED, work.by().account_id, count=len(others))
    return len(others)


def end_everywhere(work: Work) -> None:
    """End every session of the account, this one and those without keys too, on every node."""
    account_id = work.by().account_id
    work.data.execute(
        update(Account)
        .where(Account.id == account_id)
        .values(session_epoch=Account.session_epoch + 1)
    )
    record(work, AuditAction.LOG_OUT, account_id, cause="everywhere")
