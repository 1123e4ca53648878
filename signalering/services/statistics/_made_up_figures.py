"""Made-up signals counted and rounded as a release does it."""

from collections.abc import Iterable, Mapping, Sequence

from signalering.privacy.disclosure.candidates import Counts, candidates
from signalering.privacy.disclosure.checks import Codes, Figures
from signalering.privacy.disclosure.made_up import MadeUp
from signalering.privacy.disclosure.model import Fact
from signalering.privacy.disclosure.periods import Length, Period
from signalering.privacy.disclosure.rounding import RoundingSecret
from signalering.privacy.disclosure.tables import Counted, Table
from signalering.privacy.disclosure.year_axes import STAGE_EVENTS

_STAGES = tuple(str(stage) for stage in STAGE_EVENTS)


def codes_of(signal: MadeUp) -> Mapping[str, str]:
    """The code of a signal in each dimension; its stage is the last one that it has reached."""
    return {
        "area": signal.area,
        "age": signal.age,
        "group": signal.group,
        "wish": signal.wish,
        "stage": signal.reached,
    }


def facts_of(signals: Iterable[MadeUp]) -> list[Fact]:
    """Signals as an attacker of a year knows them."""
    return [Fact(each.quarter, codes_of(each)) for each in signals]


def in_period(signals: Iterable[MadeUp], period: Period) -> list[MadeUp]:
    """The signals of a period; its year is left out of account."""
    return [
        each
        for each in signals
        if Period(period.year, Length.QUARTER, each.quarter).start in period
    ]


def counted_in(signal: MadeUp, table: Table, codes: Codes) -> bool:
    """Whether a signal is counted in a cell. A stage counts all who came at least as far."""
    own = codes_of(signal)
    return all(
        _STAGES.index(own["stage"]) >= _STAGES.index(code)
        if axis.dimension == "stage"
        else axis.class_of.get(own[axis.dimension]) == code
        for axis, code in zip(table.axes, codes, strict=True)
    )


def figures_of(
    signals: Iterable[MadeUp], period: Period, tables: Sequence[Table], secret: RoundingSecret
) -> Figures:
    """The figures of a period, rounded as a release rounds them."""
    inside = in_period(signals, period)
    counts = Counts(
        {Counted.REGISTERED: len(inside)},
        {
            table: {
                codes: sum(counted_in(each, table, codes) for each in inside)
                for codes in table.codes()
            }
            for table in tables
        },
    )
    return candidates(period, counts, secret)
