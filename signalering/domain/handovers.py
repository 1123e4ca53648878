"""When a resident is asked how it goes after somebody went along to an initiative."""

from datetime import date, timedelta

from signalering.domain.periods import Periods


def follow_up_day(periods: Periods, handed_over: date, asked: int) -> date | None:
    """The day on which to ask next, when so often was asked already; None when it was enough."""
    weeks = periods.follow_up_weeks
    if asked >= len(weeks):
        return None
    return handed_over + timedelta(weeks=weeks[asked])
