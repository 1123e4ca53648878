"""What a calendar program gets: days and how many things, never which."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CalendarDay:
    """One day with something on it. `uid` stays the same from fetch to fetch and tells nothing."""

    day: date
    count: int
    uid: str


@dataclass(frozen=True)
class CalendarFeed:
    """The days in their order, for somebody who reads this language."""

    language: str
    made_on: date
    days: tuple[CalendarDay, ...]
