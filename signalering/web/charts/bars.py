"""Bars: one row a class, its name above, its figure behind."""

from collections.abc import Iterable
from dataclasses import dataclass

from signalering.domain.views.statistics.published import Figure, Label, PublishedTable
from signalering.domain.views.statistics.report import ShownTable

# One unit is about a pixel on a phone.
LONGEST = 230
ROW = 44
# "0-4" is drawn open: how many it is, nobody can tell.
OPEN = 12


@dataclass(frozen=True)
class Bar:
    """A row at `y`. An open bar stands for "0-4"."""

    label: Label
    figure: Figure
    y: int
    length: int
    is_open: bool


@dataclass(frozen=True)
class Bars:
    """Rows from top to bottom, drawn `height` high."""

    bars: tuple[Bar, ...]
    height: int


def of_table(table: PublishedTable) -> Bars:
    """Bars of a table with one axis, in its order."""
    (axis,) = table.axes
    return bars((label, table.cells[label.code,]) for label in axis.labels)


def of_shown(tables: Iterable[ShownTable]) -> dict[str, tuple[Bars, ...]]:
    """By kind the bars of a report's tables by one class: a picture for each period of a table.

    A table that lacks a figure, or crosses two classes, has no picture.
    """
    found = {}
    for table in tables:
        places = range(len(table.rows[0].figures)) if table.rows and not table.columns else ()
        columns = [[(row.label, row.figures[place]) for row in table.rows] for place in places]
        whole = [[(label, held) for label, held in told if held] for told in columns]
        if columns and all(len(held) == len(table.rows) for held in whole):
            found[table.kind] = tuple(bars(held) for held in whole)
    return found


def bars(rows: Iterable[tuple[Label, Figure]]) -> Bars:
    """Lengths follow from published figures alone, the longest filling the picture."""
    told = list(rows)
    most = max((figure.figure for _, figure in told), default=0)
    return Bars(
        tuple(
            Bar(
                label,
                figure,
                place * ROW,
                max(OPEN, LONGEST * figure.figure // most) if figure.figure else OPEN,
                not figure.figure,
            )
            for place, (label, figure) in enumerate(told)
        ),
        ROW * len(told),
    )
