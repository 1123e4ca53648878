"""One released table, for partners' programs."""

from signalering.domain.views.api.caller import Caller
from signalering.domain.views.statistics.sheet import SheetView
from signalering.services.api._figures import reader_of
from signalering.services.statistics.open_data_table import open_table
from signalering.services.work import Work


def table(work: Work, caller: Caller, period: str, name: str) -> SheetView:
    """The period with this table alone. Raises Denied, NotFound."""
    return open_table(work, reader_of(work, caller, period, name), period, name)
