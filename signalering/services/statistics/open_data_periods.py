"""Which periods are released, for tools with a key."""

from signalering.domain.views.statistics.open_data import OpenPeriod, Reader
from signalering.services.statistics._published import released
from signalering.services.work import Work


def open_periods(work: Work, reader: Reader) -> tuple[OpenPeriod, ...]:
    """All of them, the newest first."""
    del reader  # it says that somebody was let in
    return tuple(OpenPeriod(each.code, each.start, each.end) for each in released(work))
