"""What each method publishes of made-up signals: the usual two, and the house's own."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from signalering.domain.vocabularies import vocabulary
from signalering.privacy.disclosure.addresses import Address
from signalering.privacy.disclosure.attack import Spot
from signalering.privacy.disclosure.candidates import rungs
from signalering.privacy.disclosure.checks import Codes, Figures, checks
from signalering.privacy.disclosure.classifications import AGES_4, AREAS_9
from signalering.privacy.disclosure.groups import FEWEST_PARTNERS, groups
from signalering.privacy.disclosure.ladders import Expected
from signalering.privacy.disclosure.made_up import MadeUp
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.plan import TablePlan, plan
from signalering.privacy.disclosure.rounding import RoundingSecret, rounded
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.services.statistics._made_up_figures import counted_in, figures_of, in_period
from signalering.services.statistics.plan import TOTAL

YEAR = 2026
HIDDEN_BELOW = 5
HIDDEN = -1
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


# Whether candidate figures, beside frozen ones, may be released.
Passes = Callable[[Figures, Sequence[Figures]], bool]


@dataclass(frozen=True)
class Published:
    """What a reader sees, shortest periods first, and the signals that it is about.

    `exact` says that figures are counts (HIDDEN for one below five), `by_people` that an offset
    hangs on who contributed.
    """

    releases: tuple[Figures, ...]
    signals: tuple[MadeUp, ...]
    exact: bool = False
    by_people: bool = False

    @property
    def tables(self) -> Mapping[Period, tuple[Table, ...]]:
        """The tables of each period."""
        return {each.period: tuple(each.tables) for each in self.releases}

    @cached_property
    def figures(self) -> Mapping[Spot, int]:
        """Every published cell."""
        return {
            spot: figure
            for each in self.releases
            for spot, figure in _spots(each.period, each.totals, each.tables)
        }

    @cached_property
    def truth(self) -> Mapping[Spot, int]:
        """What every published cell truly holds."""
        return {
            spot: len(numbers)
            for each in self.releases
            for spot, numbers in _people(each.period, tuple(each.tables), self.signals)
        }


def all_pass(candidate: Figures, frozen: Sequence[Figures]) -> bool:
    """The release audit, whole."""
    return all(check.run() for check in checks(candidate, frozen))


def publish(
    method: Method, signals: Sequence[MadeUp], seed: int, passes: Passes = all_pass
) -> Published:
    """A year's publications by one method; keys and secrets come from the seed."""
    secret = RoundingSecret(hashlib.sha256(f"{seed} secret".encode()).digest())
    if method is Method.ADDRESS_OFFSETS:
        return Published(tuple(_by_address(signals, secret, passes)), tuple(signals))
    releases = []
    for length in (Length.QUARTER, Length.YEAR):
        for period in _periods(length):
            figures: dict[Spot, int] = {}
            for spot, numbers in _people(period, USUAL_TABLES, signals):
                if method is Method.CONTRIBUTOR_KEYS:
                    figures[spot] = _by_contributors(numbers, secret)
                else:
                    shown = spot.table == TOTAL or len(numbers) >= HIDDEN_BELOW
                    figures[spot] = len(numbers) if shown else HIDDEN
            tables = {
                table: {
                    codes: figures[Spot(period.code, table.code, codes)] for codes in table.codes()
                }
                for table in USUAL_TABLES
            }
            total = figures[Spot(period.code, TOTAL)]
            releases.append(Figures(period, {Counted.REGISTERED: total}, tables))
    suppressed = method is Method.SUPPRESSION
    return Published(tuple(releases), tuple(signals), suppressed, not suppressed)


def made_plan(signals: int) -> TablePlan:
    """The plan for as many signals a year, of which a half is linked and a sixth still attends."""
    return plan(Expected(signals, linked=signals // 2, attending=signals // 6), PARTNERS)


def _by_address(
    signals: Sequence[MadeUp], secret: RoundingSecret, passes: Passes
) -> Iterable[Figures]:
    """Ours: plan, rounding, audit and ladder are those of a release."""
    made = made_plan(len(signals))
    done: list[Figures] = []
    for length in sorted(made.tables):
        for period in _periods(length):
            tables = [table for table in made.of(length) if table.counted is Counted.REGISTERED]
            whole = figures_of(signals, period, tables, secret)
            frozen = [each for each in done if each.period.start in period]
            ladder = (figures for _, figures in rungs(whole, frozen))
            done.append(next(each for each in ladder if not each.tables or passes(each, frozen)))
    return done


def _by_contributors(numbers: Sequence[int], secret: RoundingSecret) -> int:
    """The same rounding, but what the offset hangs on is who stands in the cell."""
    people = Address("people", Period(YEAR, Length.YEAR), "", tuple(map(str, sorted(numbers))))
    return rounded(len(numbers), people, secret)


def _periods(length: Length) -> list[Period]:
    return [Period(YEAR, length, part) for part in range(1, Length.YEAR // length + 1)]


def _spots(
    period: Period, totals: Mapping[Counted, int], tables: Mapping[Table, Mapping[Codes, int]]
) -> Iterable[tuple[Spot, int]]:
    yield Spot(period.code, TOTAL), totals[Counted.REGISTERED]
    for table, held in tables.items():
        for codes, figure in held.items():
            yield Spot(period.code, table.code, codes), figure


def _people(
    period: Period, tables: Sequence[Table], signals: Sequence[MadeUp]
) -> Iterable[tuple[Spot, list[int]]]:
    """Per published cell of a period who stands in it."""
    inside = in_period(signals, period)
    yield Spot(period.code, TOTAL), [each.number for each in inside]
    for table in tables:
        for codes in table.codes():
            held = [each.number for each in inside if counted_in(each, table, codes)]
            yield Spot(period.code, table.code, codes), held
