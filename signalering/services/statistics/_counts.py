"""True counts of one period; they go into rounding and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from signalering.domain.outcomes import OutcomeClass
from signalering.domain.states import SignalState, StatisticsEvent
from signalering.models.signals.signal import Signal
from signalering.models.statistics.fact import StatFact
from signalering.privacy.disclosure.classifications import Classification
from signalering.privacy.disclosure.periods import Period
from signalering.services.work import Work

# After "registered", each stage is a part of the one before.
STAGES = (
    StatisticsEvent.PICKED_UP,
    StatisticsEvent.REFERRED,
    StatisticsEvent.STILL_ATTENDING,
)
_POSITION = {"area": 0, "age": 1, "group": 2}


@dataclass(frozen=True)
class Registered:
    """Signals of a period by (area, age band, reporter group); withdrawn ones don't count."""

    cells: Mapping[tuple[str, str, str], int]

    @property
    def total(self) -> int:
        """All of them, unknown ages and areas included."""
        return sum(self.cells.values())

    def by(self, axis: Classification) -> dict[str, int]:
        """Counts per class; a code that is in no class is in the total alone."""
        counts = {held.code: 0 for held in axis.classes}
        class_of = axis.class_of
        position = _POSITION[axis.dimension]
        for codes, count in self.cells.items():
            held = class_of.get(codes[position])
            if held is not None:
                counts[held] += count
        return counts


def registered(work: Work, period: Period) -> Registered:
    """Signals registered in a period, counted in one statement from their own rows."""
    columns = (Signal.area, Signal.age_band, Signal.reporter_group)
    rows = work.data.execute(
        select(*columns, func.count())
        .where(
            Signal.registered_on.between(period.start, period.end),
            Signal.state != SignalState.WITHDRAWN,
        )
        .group_by(*columns)
    )
    return Registered({(area, age, group): count for area, age, group, count in rows})


def outcomes(work: Work, year: int) -> dict[str, int]:
    """Cases closed in a year by outcome class."""
    counts = {outcome.value: 0 for outcome in OutcomeClass}
    rows = work.data.execute(
        select(StatFact.outcome, func.count())
        .where(
            StatFact.event == StatisticsEvent.CLOSED,
            StatFact.period.like(f"{year:04}Q_"),
            StatFact.outcome.is_not(None),
        )
        .group_by(StatFact.outcome)
    )
    return counts | {outcome: count for outcome, count in rows if outcome is not None}


def stages(work: Work, year: int, total: int) -> dict[str, int]:
    """What came in the same year of the signals registered in it; never rising.

    A signal that was picked up twice, or withdrawn after that, would make a stage larger than
    the one before: a stage counts at most as many.
    """
    rows = work.data.execute(
        select(StatFact.event, func.count())
        .where(
            StatFact.event.in_(STAGES),
            StatFact.period.like(f"{year:04}Q_"),
            StatFact.registered_in.like(f"{year:04}Q_"),
        )
        .group_by(StatFact.event)
    )
    counted = {str(event): count for event, count in rows}
    counts: dict[str, int] = {}
    for stage in STAGES:
        total = min(total, counted.get(stage, 0))
        counts[stage.value] = total
    return counts
