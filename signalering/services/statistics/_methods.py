"""What each method publishes of made-up signals: the usual two, and the house's own."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.addresses import Address, address
from signalering.privacy.disclosure.attack import Seen, Spot
from signalering.privacy.disclosure.classifications import AGES_4, AREAS_9
from signalering.privacy.disclosure.groups import FEWEST_PARTNERS, groups
from signalering.privacy.disclosure.joint import Weights, of_figure
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.made_up import MadeUp
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import plan
from signalering.privacy.disclosure.rounding import RoundingSecret, rounded
from signalering.privacy.disclosure.shown import total_alone
from signalering.privacy.disclosure.tables import Table
from signalering.services.statistics._candidates import (
    Registered,
    figures_of,
    passes,
    periods_within,
)
from signalering.services.statistics._sums import equations
from signalering.services.statistics.plan import REGISTERED, TOTAL

YEAR = 2026
HIDDEN_BELOW = 5
PARTNERS = dict.fromkeys(vocabulary("statistics_groups").codes, FEWEST_PARTNERS)
GROUPS, _ = groups(PARTNERS)
# What the usual methods publish each quarter and each year: all that people ask for.
USUAL_TABLES = (
    Table("area", (AREAS_9,)),
    Table("age", (AGES_4,)),
    Table("group", (GROUPS,)),
    Table("area x age", (AREAS_9, AGES_4)),
    Table("area x group", (AREAS_9, GROUPS)),
    Table("age x group", (AGES_4, GROUPS)),
)


class Method(StrEnum):
    """Ways to publish small counts."""

    SUPPRESSION = "suppression"
    CONTRIBUTOR_KEYS = "contributor-keys"
    ADDRESS_OFFSETS = "address-offsets"


@dataclass(frozen=True)
class Published:
    """What a reader sees, beside what is true.

    `figures` is empty where counts themselves are shown; `by_people` says that an offset hangs on
    who contributed.
    """

    tables: Mapping[Period, tuple[Table, ...]]
    cells: Mapping[Spot, Weights]
    truth: Mapping[Spot, int]
    figures: Mapping[Spot, int] = field(default_factory=dict)
    by_people: bool = False

    def seen(self) -> Seen:
        """With every sum that a reader knows of."""
        return Seen(self.cells, tuple(equations(self.tables)))


def publish(method: Method, signals: Sequence[MadeUp], seed: int) -> Published:
    """A year's publications by one method; keys and secrets come from the seed."""
    secret = RoundingSecret(hashlib.sha256(f"{seed} secret".encode()).digest())
    if method is Method.ADDRESS_OFFSETS:
        return _by_address(signals, secret)
    tables = {
        period: USUAL_TABLES
        for length in (Length.QUARTER, Length.YEAR)
        for period in _periods(length)
    }
    people = _people(tables, signals)
    truth = {spot: len(numbers) for spot, numbers in people.items()}
    if method is Method.SUPPRESSION:
        return Published(tables, {s: _suppressed(s, c) for s, c in truth.items()}, truth)
    figures = {spot: _by_contributors(numbers, secret) for spot, numbers in people.items()}
    return Published(tables, _weights(figures), truth, figures, by_people=True)


def _by_address(signals: Sequence[MadeUp], secret: RoundingSecret) -> Published:
    """Ours: plan, rounding, audit and ladder are those of a release."""
    made = plan(Expected(len(signals)), PARTNERS)
    frozen: dict[str, dict[tuple[str, str], int]] = {}
    tables: dict[Period, tuple[Table, ...]] = {}
    for length in sorted(made.tables):
        for period in _periods(length):
            counts = _counted(signals, period)
            total = rounded(counts.total, address(REGISTERED, period), secret)
            figures = {} if total_alone(total) else figures_of(counts, period, made, secret)
            inner = periods_within(period, made) if length is Length.YEAR else []
            before = {each.code: frozen[each.code] for each in inner}
            if not passes(period, made, total, figures, before):
                figures = {}
            tables[period] = tuple(figures)
            frozen[period.code] = {(TOTAL, ""): total} | {
                (table.code, code): figure
                for table, held in figures.items()
                for code, figure in held.items()
            }
    shown = {
        Spot(period, table, (code,) if code else ()): figure
        for period, cells in frozen.items()
        for (table, code), figure in cells.items()
    }
    truth = {spot: len(numbers) for spot, numbers in _people(tables, signals).items()}
    return Published(tables, _weights(shown), truth, shown)


def _weights(figures: Mapping[Spot, int]) -> dict[Spot, Weights]:
    return {spot: of_figure(figure) for spot, figure in figures.items()}


def _suppressed(spot: Spot, count: int) -> Weights:
    """A total is always shown; a cell below five is any count below five."""
    if spot.table == TOTAL or count >= HIDDEN_BELOW:
        return {count: 1}
    return dict.fromkeys(range(HIDDEN_BELOW), 1)


def _by_contributors(numbers: Sequence[int], secret: RoundingSecret) -> int:
    """The same rounding, but what the offset hangs on is who stands in the cell."""
    people = Address("people", Period(YEAR, Length.YEAR), "", tuple(map(str, sorted(numbers))))
    return rounded(len(numbers), people, secret)


def _periods(length: Length) -> list[Period]:
    return [Period(YEAR, length, part) for part in range(1, Length.YEAR // length + 1)]


def _in(period: Period, signals: Iterable[MadeUp]) -> list[MadeUp]:
    return [s for s in signals if Period(YEAR, Length.QUARTER, s.quarter).start in period]


def _counted(signals: Iterable[MadeUp], period: Period) -> Registered:
    cells: dict[tuple[str, str, str], int] = {}
    for held in _in(period, signals):
        key = (held.area, held.age, held.group)
        cells[key] = cells.get(key, 0) + 1
    return Registered(cells)


def _people(
    tables: Mapping[Period, tuple[Table, ...]], signals: Sequence[MadeUp]
) -> dict[Spot, list[int]]:
    """Per published cell who stands in it."""
    found: dict[Spot, list[int]] = {}
    for period, held in tables.items():
        inside = _in(period, signals)
        found[Spot(period.code, TOTAL)] = [each.number for each in inside]
        for table in held:
            found |= {Spot(period.code, table.code, codes): [] for codes in table.codes()}
            for each in inside:
                found[Spot(period.code, table.code, _place(table, each))].append(each.number)
    return found


def _place(table: Table, signal: MadeUp) -> tuple[str, ...]:
    given: Mapping[str, str] = {"area": signal.area, "age": signal.age, "group": signal.group}
    return tuple(axis.class_of[given[axis.dimension]] for axis in table.axes)
