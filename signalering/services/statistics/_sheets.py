"""From a published period to its sheets; no figure comes from anywhere else."""

from signalering.domain.errors import NotFound
from signalering.domain.figure_tables import ALL_TABLES, TOTALS, name_of
from signalering.domain.views.statistics.published import (
    Axis,
    Figure,
    Label,
    PublishedPeriod,
    PublishedTable,
)
from signalering.domain.views.statistics.sheet import SheetRow, SheetTable, SheetView
from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.periods import Period
from signalering.privacy.disclosure.tables import Counted
from signalering.services.statistics._published import published
from signalering.services.work import Work

COUNTED = "counted"
NOTES = ("rounded", "small", "totals", "frozen")


def sheet(work: Work, period: str, table: str = ALL_TABLES) -> SheetView:
    """A released period with all of its tables, its totals first, or with the one of this name.

    Raises NotFound for a period that is not released and for a table that it hasn't.
    """
    found = published(work, period)
    tables = (_totals(found), *map(_table, found.tables))
    if table != ALL_TABLES:
        tables = tuple(each for each in tables if each.name == table)
    if not tables:
        raise NotFound
    span = Period.parse(found.period)
    notes = (*NOTES, "alone") if found.alone else NOTES
    return SheetView(found.period, span.start, span.end, span.closed_on, tables, notes)


def _totals(period: PublishedPeriod) -> SheetTable:
    """What a period has beside its tables: signals, and of a year the cases that ended."""
    figures: dict[str, Figure | None] = {
        Counted.REGISTERED.value: period.total,
        Counted.CLOSED.value: period.closed,
    }
    rows = tuple(
        SheetRow((_counted(code),), figure)
        for code, figure in figures.items()
        if figure is not None
    )
    axis = Axis(COUNTED, COUNTED, tuple(row.labels[0] for row in rows))
    return SheetTable(TOTALS, "", (axis,), rows)


def _counted(code: str) -> Label:
    term = vocabulary("figure_counted").term(code)
    return Label(term.code, term.nl, term.en)


def _table(table: PublishedTable) -> SheetTable:
    names = [{label.code: label for label in axis.labels} for axis in table.axes]
    rows = tuple(
        SheetRow(tuple(known[code] for known, code in zip(names, codes, strict=True)), figure)
        for codes, figure in table.cells.items()
    )
    return SheetTable(name_of(table.kind), table.counted, table.axes, rows)
