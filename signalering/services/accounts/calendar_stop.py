"""Let no calendar fetch one's days any more."""

from uuid import UUID

from sqlalchemy import delete

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.permissions import Permission
from signalering.models.accounts.calendar_feed import CalendarAddress
from signalering.services.audit.record import record
from signalering.services.work import Work


def stop_calendar(work: Work) -> None:
    """Shut the address of one's own. Raises Denied, NotAllowedNow when there is none."""
    require(Permission.REMINDERS, work.by(), None, work.clock.today())
    account_id = work.by().account_id
    if not shut(work, account_id):
        raise NotAllowedNow
    record(work, AuditAction.CALENDAR_STOPPED, account_id)


def shut(work: Work, account_id: UUID) -> bool:
    """Shut the address of this account, as part of another act; whether there was one."""
    gone = work.data.scalar(
        delete(CalendarAddress)
        .where(CalendarAddress.account_id == account_id)
        .returning(CalendarAddress.account_id)
    )
    return gone is not None
