"""The table plan of a year, fixed each 1 January from published figures only.

The rules are those of the statistics design: a table is released where its cells are expected to
be large. T is a number of signals a year; k a number of cells.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.ladders import (
    OF_EVERY_YEAR,
    Expected,
    signal_ladders,
    year_ladders,
)
from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.tables import Table

FIRST_YEAR = 60
QUARTERS_FROM = 150
EXPECTED_IN_A_CELL = 5


@dataclass(frozen=True)
class TablePlan:
    """Per length of period the tables beside the total, which is always released.

    A length that is missing is not released at all; one without tables shows its total alone.
    """

    yearly: int
    tables: Mapping[Length, tuple[Table, ...]]
    # What a year has beside its tables of signals by area, age and group.
    further: tuple[Table, ...] = ()

    def of(self, length: Length) -> tuple[Table, ...]:
        """Every table of a period of this length."""
        own = self.tables.get(length, ())
        return (*own, *self.further) if length is Length.YEAR else own

    def one_way(self, length: Length) -> tuple[Table, ...]:
        """The tables with one axis."""
        return tuple(table for table in self.tables.get(length, ()) if table.one_way)

    def crossed(self, length: Length) -> tuple[Table, ...]:
        """The tables with two axes: planned, and released once an audit can prove them."""
        return tuple(table for table in self.tables.get(length, ()) if not table.one_way)


def expected_yearly(released_totals: Sequence[int]) -> int:
    """T: the lower of the last two released yearly totals (oldest first); 60 in a first year.

    With one released year that year and the first value are compared, so T never jumps up on it.
    """
    return min([FIRST_YEAR, *released_totals][-2:]) if released_totals else FIRST_YEAR


def plan(expected: Expected, active_partners: Mapping[str, int]) -> TablePlan:
    """The plan for a year's expected numbers and the active partners per group.

    Lengths: quarter, half and year below T = 150, the quarter with its total alone; quarter and
    year from 150. Of a kind each length has the finest table that is admitted there and has no
    class that expects fewer than one.
    """
    yearly = expected.registered
    ladders = tuple(signal_ladders(active_partners))
    shortest = Length.QUARTER if yearly >= QUARTERS_FROM else Length.HALF
    tables = {
        length: tuple(
            table
            for ladder in ladders
            if (table := _finest(ladder, yearly, length, expected)) is not None
        )
        for length in dict.fromkeys((shortest, Length.YEAR))
    }
    further = tuple(
        table
        for counted, ladder in year_ladders(active_partners, expected)
        if (table := _finest(ladder, counted, Length.YEAR, expected)) is not None
    )
    return TablePlan(yearly, {Length.QUARTER: (), **tables}, (*OF_EVERY_YEAR, *further))


def admitted(table: Table, yearly: int, length: Length) -> bool:
    """Whether a table's cells are expected to hold at least five in a period of a length."""
    return yearly * length >= EXPECTED_IN_A_CELL * table.cells * Length.YEAR


def has_rare_class(table: Table, expected: Expected) -> bool:
    """Whether it has a class that expects fewer than one: none of its codes was seen to be more.

    Such classes are merged beforehand: the next coarser classification takes the table's place.
    """
    return any(
        all((axis.dimension, member) in expected.rare for member in held.members)
        for axis in table.axes
        for held in axis.classes
    )


def _finest(
    ladder: Iterable[Table], yearly: int, length: Length, expected: Expected
) -> Table | None:
    return next(
        (
            table
            for table in ladder
            if admitted(table, yearly, length) and not has_rare_class(table, expected)
        ),
        None,
    )
