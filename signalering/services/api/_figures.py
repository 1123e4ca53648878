"""Released figures go to partners' programs by the same services as to other tools."""

from signalering.domain.api import ApiScope
from signalering.domain.audit_actions import AuditAction
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.statistics.open_data import Reader
from signalering.services.audit.record import record
from signalering.services.work import Work


def reader_of(work: Work, caller: Caller, period: str = "", family: str = "") -> Reader:
    """The reader that those services ask for, with the entry about what it gets.

    Raises Denied.
    """
    caller.require(ApiScope.STATISTICS)
    record(work, AuditAction.API_FIGURES_READ, caller.client_id, period=period, family=family)
    return Reader(caller.client_id)
