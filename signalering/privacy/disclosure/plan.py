"""The table plan of a year, fixed each 1 January from published figures only.

The rules are those of the statistics design: a table is released where its cells are expected to
be large. T is a number of signals a year; k a number of cells.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from signalering.privacy.disclosure.classifications import (
    AGES_3,
    AGES_4,
    AREAS_3,
    AREAS_4,
    AREAS_9,
    Classification,
)
from signalering.privacy.disclosure.groups import groups
from signalering.privacy.disclosure.periods import Length

FIRST_YEAR = 60
QUARTERS_FROM = 150
EXPECTED_IN_A_CELL = 5


@dataclass(frozen=True)
class Table:
    """A table of a family ("area", "area x age"), by one or two classifications."""

    family: str
    axes: tuple[Classification, ...]

    @property
    def cells(self) -> int:
        """How many cells it has."""
        product = 1
        for axis in self.axes:
            product *= len(axis)
        return product

    @property
    def code(self) -> str:
        """Its name in addresses: the classifications it is made of."""
        return " x ".join(axis.code for axis in self.axes)

    @property
    def one_way(self) -> bool:
        """Whether it has one axis."""
        return len(self.axes) == 1


@dataclass(frozen=True)
class TablePlan:
    """Per length of period the tables beside the total, which is always released.

    A length that is missing is not released at all; one without tables shows its total alone.
    """

    yearly: int
    tables: Mapping[Length, tuple[Table, ...]]

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


def plan(yearly: int, active_partners: Mapping[str, int]) -> TablePlan:
    """The plan for T = `yearly` and the active partners per group. Raises ValueError below 0.

    Lengths: quarter, half and year below T = 150, the quarter with its total alone; quarter and
    year from 150. Of a family each length has the finest table that is admitted there.
    """
    if yearly < 0:
        raise ValueError("a total is never negative")
    ladders = _ladders(active_partners)
    shortest = Length.QUARTER if yearly >= QUARTERS_FROM else Length.HALF
    tables = {
        length: tuple(
            table for ladder in ladders if (table := _finest(ladder, yearly, length)) is not None
        )
        for length in dict.fromkeys((shortest, Length.YEAR))
    }
    return TablePlan(yearly, {Length.QUARTER: (), **tables})


def admitted(table: Table, yearly: int, length: Length) -> bool:
    """Whether a table's cells are expected to hold at least five in a period of a length."""
    return yearly * length >= EXPECTED_IN_A_CELL * table.cells * Length.YEAR


def _finest(ladder: Iterable[Table], yearly: int, length: Length) -> Table | None:
    return next((table for table in ladder if admitted(table, yearly, length)), None)


def _ladders(active_partners: Mapping[str, int]) -> tuple[tuple[Table, ...], ...]:
    """Per family its tables from finest to coarsest. A table of one class is no table."""
    fine, coarse = groups(active_partners)
    families: dict[str, tuple[tuple[Classification, ...], ...]] = {
        "area": ((AREAS_9,), (AREAS_4,), (AREAS_3,)),
        "age": ((AGES_4,), (AGES_3,)),
        "group": ((fine,), (coarse,)),
        "age x group": ((AGES_4, fine), (AGES_3, coarse)),
        "area x age": ((AREAS_9, AGES_4), (AREAS_4, AGES_4), (AREAS_3, AGES_3)),
        "area x group": ((AREAS_9, fine), (AREAS_4, fine), (AREAS_3, coarse)),
    }
    return tuple(
        tuple(Table(family, axes) for axes in ladder if all(len(axis) > 1 for axis in axes))
        for family, ladder in families.items()
    )
