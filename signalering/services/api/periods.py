"""Which periods are released, for partners' programs."""

from signalering.domain.views.api.caller import Caller
from signalering.domain.views.statistics.open_data import OpenPeriod
from signalering.services.api._figures import reader_of
from signalering.services.statistics.open_data_periods import open_periods
from signalering.services.work import Work


def periods(work: Work, caller: Caller) -> tuple[OpenPeriod, ...]:
    """All of them, the newest first. Raises Denied."""
    return open_periods(work, reader_of(work, caller))
