"""Which published cells hold the same signals: what a reader adds up."""

from collections.abc import Iterator, Mapping, Sequence

from signalering.privacy.disclosure.attack import Spot, Spots
from signalering.privacy.disclosure.classifications import nested
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.tables import Table
from signalering.services.statistics.plan import TOTAL


def equations(tables: Mapping[Period, tuple[Table, ...]]) -> Iterator[tuple[Spots, Spots]]:
    """Per period its tables among each other, and with the periods inside it."""
    for period, held in tables.items():
        yield from _within(period, held)
        inner = [each for each in tables if each.parent == period]
        if period.length is Length.YEAR and not inner:
            inner = [each for each in tables if each.length is Length.QUARTER]
        yield from _across(period, inner, tables)


def _within(period: Period, tables: Sequence[Table]) -> Iterator[tuple[Spots, Spots]]:
    """A crossed table adds up to its edges, and a table with one axis to the total."""
    one_way = {table.code: table for table in tables if table.one_way}
    for table in tables:
        spots = [Spot(period.code, table.code, codes) for codes in table.codes()]
        if table.one_way:
            yield (Spot(period.code, TOTAL),), tuple(spots)
            continue
        for position, axis in enumerate(table.axes):
            for held in axis.classes if axis.code in one_way else ():
                edge = Spot(period.code, axis.code, (held.code,))
                yield (edge,), tuple(s for s in spots if s.codes[position] == held.code)


def _across(
    period: Period, inner: Sequence[Period], tables: Mapping[Period, tuple[Table, ...]]
) -> Iterator[tuple[Spots, Spots]]:
    """A period holds what the periods inside it hold, class by class."""
    if not inner:
        return
    yield (Spot(period.code, TOTAL),), tuple(Spot(each.code, TOTAL) for each in inner)
    for table in tables[period]:
        per_period = [
            next((held for held in tables[each] if held.family == table.family), None)
            for each in inner
        ]
        coarse = per_period[0]
        if coarse is None or any(held != coarse for held in per_period):
            continue
        for codes, parts in _parts(table, coarse).items():
            yield (
                tuple(Spot(period.code, table.code, part) for part in parts),
                tuple(Spot(each.code, coarse.code, codes) for each in inner),
            )


def _parts(fine: Table, coarse: Table) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Per cell of the coarser table the cells of the finer one that make it up."""
    if fine == coarse:
        return {codes: [codes] for codes in fine.codes()}
    if not (fine.one_way and coarse.one_way):
        return {}
    made_up_of = nested(fine.axes[0], coarse.axes[0]) or {}
    return {(code,): [(part,) for part in parts] for code, parts in made_up_of.items()}
