"""Take released figures along as a file."""

from signalering.domain.access import require
from signalering.domain.audit_actions import AuditAction
from signalering.domain.permissions import Permission
from signalering.domain.views.statistics.sheet import SheetView
from signalering.services.audit.record import record
from signalering.services.statistics._sheets import sheet
from signalering.services.work import Work


def download(work: Work, period: str, table: str, form: str) -> SheetView:
    """A period with one of its tables or all, for a file of this form; written down who took it.

    Raises Denied, NotFound.
    """
    require(Permission.STATISTICS, work.by(), None, work.clock.today())
    found = sheet(work, period, table)
    record(work, AuditAction.STATISTICS_DOWNLOADED, period=period, family=table, form=form)
    return found
