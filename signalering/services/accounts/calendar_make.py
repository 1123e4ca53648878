"""An address at which a calendar finds the days of one's own work."""

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.permissions import Permission
from signalering.models.accounts.calendar_feed import CalendarAddress
from signalering.services.accounts.throttle import insert_of
from signalering.services.audit.record import record
from signalering.services.work import Work
from signalering.vault import links


def make_calendar(work: Work) -> str:
    """A new address's secret, told once; the one before it stops. Raises Denied."""
    require(Permission.REMINDERS, work.by(), None, work.clock.today())
    token, account_id = links.new_token(), work.by().account_id
    # One statement: of two at once the later one holds, and neither fails.
    fresh = insert_of(work, CalendarAddress).values(
        account_id=account_id, token_hash=links.token_hash(token)
    )
    work.data.execute(
        fresh.on_conflict_do_update(
            index_elements=[CalendarAddress.account_id],
            set_={"token_hash": fresh.excluded.token_hash},
        )
    )
    record(work, AuditAction.CALENDAR_MADE, account_id)
    return token
