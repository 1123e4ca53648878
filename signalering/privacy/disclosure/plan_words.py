"""A table plan in words: every table of each period, and why no others."""

from collections.abc import Iterator

from signalering.privacy.disclosure.periods import Length
from signalering.privacy.disclosure.plan import EXPECTED_IN_A_CELL, TablePlan
from signalering.privacy.disclosure.tables import Table

_EVERY = {Length.QUARTER: "Quarter", Length.HALF: "Half-year", Length.YEAR: "Year"}


def in_words(plan: TablePlan) -> Iterator[str]:
    """Lines about each length of period, shortest first. A plan comes from published figures."""
    yield (
        f"Planned for {plan.yearly} signals a year. A table comes out where its cells are expected "
        f"to hold {EXPECTED_IN_A_CELL} signals or more, in the finest classes that allow it."
    )
    for length in sorted(Length):
        yield ""
        if length not in plan.tables:
            yield f"{_EVERY[length]}: nothing is released."
            continue
        yield f"{_EVERY[length]}: the total{'.' if not plan.of(length) else ', and'}"
        for table in plan.tables[length]:
            yield f"  {_line(table, plan.yearly, length)}"
        for table in plan.of(length)[len(plan.tables[length]) :]:
            yield f"  {_named(table)}, counted: {table.counted.value.replace('_', ' ')}"
    yield ""
    yield "What an audit of its figures doesn't let out takes the next rung: the tables that no"
    yield "period inside it shows by the same classes, of those the ones with one axis, then the"
    yield "total alone."


def _named(table: Table) -> str:
    return f"{table.family} ({table.code}): {table.cells} cells"


def _line(table: Table, yearly: int, length: Length) -> str:
    """Rounded down: a cell is never said to expect more than it does."""
    tenths = 10 * yearly * length // (table.cells * Length.YEAR)
    return f"{_named(table)}, {tenths // 10}.{tenths % 10} signals expected in each"
