"""Dutch working days, and by when things are due.

Public holidays come from the `holidays` library. Good Friday and 5 May are free in one
organisation and not in the next, so they are settings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from signalering.domain.clock import AMSTERDAM, day_of

_SATURDAY = 5
_GOOD_FRIDAY = "Good Friday"
_LIBERATION_DAY = "Liberation Day"
# From this hour on a reporter sees what changed on the working day before.
VISIBLE_FROM = time(7, 0)


@cache
def _named(year: int) -> dict[date, frozenset[str]]:
    # A large package: whoever needs no calendar doesn't wait for it.
    import holidays

    found = holidays.country_holidays(
        "NL", years=year, language="en_US", categories=("public", "optional")
    )
    return {day: frozenset(found.get_list(day)) for day in found if day.year == year}


def load_calendar(day: date) -> None:
    """Have what is slow to load in memory, whatever day it is: of a Sunday nobody need ask it."""
    _named(day.year)


@dataclass(frozen=True)
class Calendar:
    """The days on which this organisation works."""

    good_friday: bool = False
    liberation_day: bool = False
    closing_days: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Not a weekend, a public holiday or one of our own closing days."""
        if day.weekday() >= _SATURDAY or day in self.closing_days:
            return False
        names = set(_named(day.year).get(day, ()))
        if not self.good_friday:
            names.discard(_GOOD_FRIDAY)
        if not self.liberation_day:
            names.discard(_LIBERATION_DAY)
        return not names

    def next_working_day(self, day: date) -> date:
        """The first working day after this day, never the day itself."""
        return self.add_working_days(day, 1)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after this day; the day itself for 0.

        Raises ValueError for a negative count.
        """
        if count < 0:
            raise ValueError("working days are counted forward")
        walker = self._working_days_after(day)
        for _ in range(count):
            day = next(walker)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and with `end`; negative backwards."""
        if end < start:
            return -self.working_days_between(end, start)
        days = (start + timedelta(days=step) for step in range(1, (end - start).days + 1))
        return sum(self.is_working_day(day) for day in days)

    def visible_from(self, changed: datetime) -> datetime:
        """When a reporter sees a change: the next working day at 07:00 in Amsterdam, in UTC.

        A change that shows at once would tell, from outside, when a coordinator was at work on it.
        """
        day = self.next_working_day(day_of(changed))
        return datetime.combine(day, VISIBLE_FROM, AMSTERDAM).astimezone(UTC)

    def _working_days_after(self, day: date) -> Iterator[date]:
        while True:
            day += timedelta(days=1)
            if self.is_working_day(day):
                yield day
