"""A reader of rounded figures who takes what is usual in each class from the figures themselves."""

from collections.abc import Iterator, Mapping
from math import prod

from signalering.privacy.disclosure.attack import Claims, Spot, claimed
from signalering.privacy.disclosure.lone import MOST_EXPECTED, alone, few
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.rounding import STEP
from signalering.privacy.disclosure.tables import Table
from signalering.services.statistics._methods import Published
from signalering.services.statistics.plan import TOTAL

# Per classification how often each class usually occurs, as parts of one.
Shares = Mapping[str, Mapping[str, float]]


def informed(published: Published) -> Claims:
    """Claims from each figure by itself, and from those that the same people may stand behind.

    Of rounded figures alone: it takes what is published for usual.
    """
    yearly = max(published.figures[_yearly(published)], 1)
    shares = _shares(published)
    claims: Claims = {}
    for period, tables in published.tables.items():
        expected = yearly * period.length / Length.YEAR
        for table in tables:
            if any(axis.dimension == "stage" for axis in table.axes):
                continue  # a stage holds those that follow it, so that its cells have no shares
            for spot, share in _cells(period, table, shares):
                belief = alone(expected * share, published.figures[spot])
                claims.update(claimed(spot, belief))
    if published.by_people:
        for period in published.tables:
            if period.length is Length.QUARTER:
                claims.update(_lone_people(published, period, yearly / Length.YEAR, shares))
    return claims


def _yearly(published: Published) -> Spot:
    return next(
        Spot(period.code, TOTAL) for period in published.tables if period.length is Length.YEAR
    )


def _shares(published: Published) -> Shares:
    """From the longest period that a table is published for: there rounding matters least."""
    longest: dict[str, Length] = {}
    for period, tables in published.tables.items():
        for table in tables:
            longest[table.code] = max(period.length, longest.get(table.code, period.length))
    found: dict[str, dict[str, float]] = {}
    for spot, figure in published.figures.items():
        if Period.parse(spot.period).length is longest.get(spot.table) and len(spot.codes) == 1:
            held = found.setdefault(spot.table, {})
            # "0-4" is nearly never nobody at all over so long a time.
            held[spot.codes[0]] = held.get(spot.codes[0], 0.0) + max(figure, 1)
    return {
        name: {code: figure / sum(held.values()) for code, figure in held.items()}
        for name, held in found.items()
    }


def _cells(period: Period, table: Table, shares: Shares) -> Iterator[tuple[Spot, float]]:
    """Each cell with its usual share, as if its axes had nothing to do with each other."""
    axes = [axis.code for axis in table.axes]
    if any(axis not in shares for axis in axes):
        return
    for codes in table.codes():
        share = prod(shares[axis][code] for axis, code in zip(axes, codes, strict=True))
        yield Spot(period.code, table.code, codes), share


def _lone_people(
    published: Published, period: Period, expected: float, shares: Shares
) -> Iterator[tuple[Spot, int]]:
    """Claims on the crossed cells of a quarter, from all larger cells around each."""
    figures = published.figures
    year = Period(period.year, Length.YEAR).code
    axes = [table.code for table in published.tables[period] if table.one_way]
    crossed = {
        frozenset(axis.code for axis in table.axes): table for table in published.tables[period]
    }

    def cell(where: str, codes: Mapping[str, str]) -> Spot:
        table = crossed[frozenset(codes)]
        return Spot(where, table.code, tuple(codes[axis.code] for axis in table.axes))

    def usual(codes: Mapping[str, str]) -> float:
        return expected * prod(shares[axis][code] for axis, code in codes.items())

    def longer(codes: Mapping[str, str]) -> tuple[float, int]:
        return 3 * usual(codes), figures[cell(year, codes)]

    for table in crossed.values():
        if table.one_way:
            continue
        third = next(axis for axis in axes if axis not in {held.code for held in table.axes})
        for codes in table.codes():
            own = dict(zip((axis.code for axis in table.axes), codes, strict=True))
            spot = cell(period.code, own)
            if figures[spot] != STEP or usual(own) > MOST_EXPECTED:
                continue
            edges = [{axis: code} for axis, code in own.items()]
            around = [
                ((usual(edge) - usual(own), figures[cell(period.code, edge)]),) for edge in edges
            ]
            parts = {code: usual({**own, third: code}) for code in shares[third]}
            around_parts = {}
            for code in parts:
                sides = [{**edge, third: code} for edge in edges]
                around_parts[code] = [
                    ((usual(side) - parts[code], figures[cell(period.code, side)]), longer(side))
                    for side in sides
                ]
            belief = few(figures[spot], [*around, (longer(own),)], parts, around_parts)
            yield from claimed(spot, belief)
