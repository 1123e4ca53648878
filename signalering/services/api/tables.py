"""Which tables a released period has, for partners' programs."""

from signalering.domain.figure_tables import ALL_TABLES
from signalering.domain.views.api.caller import Caller
from signalering.domain.views.statistics.sheet import SheetView
from signalering.services.api._figures import reader_of
from signalering.services.statistics.open_data_period import open_period
from signalering.services.work import Work


def tables(work: Work, caller: Caller, period: str) -> SheetView:
    """The period with all of its tables. Raises Denied, NotFound."""
    return open_period(work, reader_of(work, caller, period, ALL_TABLES), period)
