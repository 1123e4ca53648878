"""When a measure is taken: at the start of support (0 months), and so many months after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from signalering.domain.case_clocks import on_working_day
from signalering.domain.deadlines import Calendar
from signalering.domain.periods import Periods
from signalering.domain.retention import add_months

START = 0
# Whoever happens to sit there shortly before may be asked then.
EARLY = timedelta(days=14)


@dataclass(frozen=True)
class Moment:
    """One that is still to come, or due. The start has no day of its own."""

    months: int
    due: date | None = None
    is_open: bool = True


def months_of(periods: Periods) -> tuple[int, ...]:
    """All moments, the start first."""
    return (START, *periods.measure_months)


def moments_left(
    recorded: frozenset[int],
    began: date | None,
    calendar: Calendar,
    periods: Periods,
    today: date,
) -> tuple[Moment, ...]:
    """What can still be recorded: each once, and none from before one that is recorded.

    Without support (`began` is its first day) there is a start alone.
    """
    latest = max(recorded, default=-1)
    left = []
    for months in months_of(periods):
        if months <= latest:
            continue
        if months == START:
            left.append(Moment(START))
        elif began is not None:
            day = add_months(began, months)
            left.append(Moment(months, on_working_day(calendar, day), day - EARLY <= today))
    return tuple(left)


def is_settled(recorded: frozenset[int]) -> bool:
    """Whether a later moment was measured, or its refusal recorded: so aftercare can end."""
    return any(months > START for months in recorded)
