"""Whether a calendar can fetch the days of one's own work."""

from signalering.domain.access import require
from signalering.domain.permissions import Permission
from signalering.domain.views.accounts.calendar import CalendarView
from signalering.models.accounts.calendar_feed import CalendarAddress
from signalering.services.work import Work


def calendar(work: Work) -> CalendarView:
    """Of one's own account. Raises Denied."""
    require(Permission.REMINDERS, work.by(), None, work.clock.today())
    row = work.data.get(CalendarAddress, work.by().account_id)
    return CalendarView(has_address=row is not None)
