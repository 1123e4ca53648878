"""Released figures as files and programs get them: a neutral view, before any writer or language.

Every figure in it is a published cell of one period. Labels come in both languages; whoever writes
a file takes the reader's, and an answer for programs has both.
"""

from dataclasses import dataclass
from datetime import date

from signalering.domain.views.statistics.published import Axis, Figure, Label


@dataclass(frozen=True)
class SheetRow:
    """A published cell, named by a class of each axis in their order."""

    labels: tuple[Label, ...]
    figure: Figure


@dataclass(frozen=True)
class SheetTable:
    """A table of one period.

    `name` stands in `figure_tables`, `counted` in `figure_counted`. In the table of totals each
    row says itself what it counts: there `counted` is empty and the one axis is about that.
    """

    name: str
    counted: str
    axes: tuple[Axis, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class SheetView:
    """A period with one of its tables or all of them. The days are its first and its last one.

    `notes` are codes of `figure_notes` that hold for every figure in it. `fixed_on` is the day on
    which the period was over: what happened later is not in it.
    """

    period: str
    first_day: date
    last_day: date
    fixed_on: date
    tables: tuple[SheetTable, ...]
    notes: tuple[str, ...]
