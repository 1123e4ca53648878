"""The clock is passed in, never read: only a `Clock` knows what time it is.

Moments are aware and in UTC. Days are the days of the people who work here: Europe/Amsterdam.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON, EVENING = 12, 18
NODES_DIFFER = timedelta(minutes=15)
"""Clocks of two nodes may lie so far apart; what is further ahead was told by a wrong one."""


class Clock(Protocol):
    """What services ask for the time."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""

    def today(self) -> date:
        """The calendar day in Amsterdam at this moment."""


def day_of(moment: datetime) -> date:
    """The calendar day in Amsterdam of an aware moment. Raises ValueError for a naive one."""
    return _aware(moment).astimezone(AMSTERDAM).date()


def start_of(day: date) -> datetime:
    """The moment at which a day begins in Amsterdam, in UTC."""
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)


def part_of_day(moment: datetime) -> str:
    """The part of the day in Amsterdam, as the vocabulary names it: from 12 and from 18 o'clock."""
    hour = _aware(moment).astimezone(AMSTERDAM).hour
    if hour < NOON:
        return "morning"
    return "afternoon" if hour < EVENING else "evening"


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The calendar day in Amsterdam."""
        return day_of(self.now())


class MovableClock:
    """A clock that stands still until it is moved: for the demonstration and for tests."""

    def __init__(self, start: datetime) -> None:
        self._moment = _aware(start).astimezone(UTC)

    def now(self) -> datetime:
        """The moment it was last moved to, in UTC."""
        return self._moment

    def today(self) -> date:
        """The calendar day in Amsterdam of that moment."""
        return day_of(self._moment)

    def move_to(self, moment: datetime) -> None:
        """Stand at another aware moment, earlier or later."""
        self._moment = _aware(moment).astimezone(UTC)


def month_of(day: date) -> str:
    """`2026-11` for a day in November 2026."""
    return f"{day.year:04}-{day.month:02}"


def quarter_of(day: date) -> str:
    """`2026Q4` for a day in November 2026."""
    return f"{day.year:04}Q{(day.month + 2) // 3}"


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return moment
