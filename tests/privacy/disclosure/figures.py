"""Small figures about made-up signals, so that every table that fits them can be written down."""

from collections.abc import Mapping, Sequence

from signalering.privacy.disclosure.checks import Figures
from signalering.privacy.disclosure.classifications import Classification, CountedClass
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.tables import Counted, Table

YEAR = Period(2026, Length.YEAR)


def axis(dimension: str, *codes: str) -> Classification:
    """A classification whose classes are its codes."""
    classes = tuple(CountedClass(code, code, code, (code,)) for code in codes)
    return Classification(f"{dimension}-{len(codes)}", dimension, classes)


def table(*axes: Classification, counted: Counted = Counted.REGISTERED) -> Table:
    """A table of some axes."""
    return Table(" x ".join(each.dimension for each in axes), axes, counted)


def figures(
    total: int,
    tables: Mapping[Table, Sequence[int]],
    period: Period = YEAR,
    counted: Counted = Counted.REGISTERED,
) -> Figures:
    """Figures of a period: of each table its cells in the order of its axes."""
    return Figures(
        period,
        {counted: total},
        {held: dict(zip(held.codes(), cells, strict=True)) for held, cells in tables.items()},
    )
