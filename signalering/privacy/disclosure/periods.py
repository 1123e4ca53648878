"""The periods that figures are published for: years, halves and quarters."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

_WRITTEN = re.compile(r"(?P<year>[0-9]{4})(?:(?P<kind>[HQ])(?P<part>[1-4]))?")


class Length(IntEnum):
    """A length of a period, in quarters of a year."""

    QUARTER = 1
    HALF = 2
    YEAR = 4


_LETTERS = {Length.HALF: "H", Length.QUARTER: "Q"}


@dataclass(frozen=True)
class Period:
    """A year ("2026"), half ("2026H1") or quarter ("2026Q1") of calendar days in Amsterdam.

    `part` counts from 1; a year has part 1. Raises ValueError for a part that does not exist.
    """

    year: int
    length: Length
    part: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.part <= Length.YEAR // self.length or not 1 <= self.year <= 9998:
            raise ValueError("no such period")

    @classmethod
    def parse(cls, code: str) -> "Period":
        """The period of a code. Raises ValueError for anything but the three forms."""
        match = _WRITTEN.fullmatch(code)
        if match is None:
            raise ValueError("no such period")
        lengths = {None: Length.YEAR, "H": Length.HALF, "Q": Length.QUARTER}
        return cls(int(match["year"]), lengths[match["kind"]], int(match["part"] or 1))

    @classmethod
    def containing(cls, day: date, length: Length) -> "Period":
        """The period of this length that a day falls in."""
        return cls(day.year, length, (day.month - 1) // (3 * length) + 1)

    @property
    def code(self) -> str:
        """How it is stored: "2026", "2026H1", "2026Q1"."""
        year = f"{self.year:04}"
        return year if self.length is Length.YEAR else f"{year}{_LETTERS[self.length]}{self.part}"

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.length * (self.part - 1) + 1, 1)

    @property
    def closed_on(self) -> date:
        """The first day on which it is over."""
        month = 3 * self.length * self.part
        return date(self.year + month // 12, month % 12 + 1, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return self.closed_on - timedelta(days=1)

    def is_closed(self, today: date) -> bool:
        """Whether it is over on a day."""
        return today >= self.closed_on

    @property
    def parent(self) -> "Period | None":
        """The next longer period around it; a year has none."""
        if self.length is Length.YEAR:
            return None
        return Period.containing(self.start, Length(2 * self.length))

    def children(self) -> tuple["Period", ...]:
        """The two next shorter periods in it; a quarter has none."""
        if self.length is Length.QUARTER:
            return ()
        half = Length(self.length // 2)
        return tuple(Period.containing(day, half) for day in (self.start, self.end))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end
