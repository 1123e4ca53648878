"""One released table, for tools with a key."""

from signalering.domain.errors import NotFound
from signalering.domain.figure_tables import ALL_TABLES
from signalering.domain.views.statistics.open_data import Reader
from signalering.domain.views.statistics.sheet import SheetView
from signalering.services.statistics._sheets import sheet
from signalering.services.work import Work


def open_table(work: Work, reader: Reader, period: str, table: str) -> SheetView:
    """The period with this table alone. Raises NotFound."""
    del reader  # it says that somebody was let in
    if table == ALL_TABLES:
        raise NotFound
    return sheet(work, period, table)
