"""Published tables as rows and columns, with shares where the base is large enough."""

from collections.abc import Sequence

from signalering.domain.report_texts import CAPTIONS
from signalering.domain.views.statistics.published import Figure, PublishedTable
from signalering.domain.views.statistics.report import ShownRow, ShownTable
from signalering.privacy.disclosure.shown import percentage


def shown_table(table: PublishedTable) -> ShownTable:
    """One axis as a column with shares; of two axes the second as columns."""
    first, *others = table.axes
    if others:
        columns = others[0].labels
        rows = tuple(
            ShownRow(held, tuple(table.cells.get((held.code, column.code)) for column in columns))
            for held in first.labels
        )
        return ShownTable(table.kind, CAPTIONS[table.kind], columns, rows)
    rows = tuple(
        ShownRow(held, (table.cells[held.code,],), _share(table.cells[held.code,], table.base))
        for held in first.labels
        if (held.code,) in table.cells
    )
    return ShownTable(table.kind, CAPTIONS[table.kind], (), rows)


def beside(tables: Sequence[PublishedTable]) -> ShownTable:
    """The same table of several periods, a column for each; they have the same axis."""
    first = tables[0]
    rows = tuple(
        ShownRow(held, tuple(table.cells.get((held.code,)) for table in tables))
        for held in first.axes[0].labels
    )
    return ShownTable(first.kind, CAPTIONS[first.kind], (), rows)


def _share(figure: Figure, base: Figure | None) -> int | None:
    """None for "0-4", which isn't 0%."""
    return percentage(figure.figure, base.figure) if base and figure.figure else None
