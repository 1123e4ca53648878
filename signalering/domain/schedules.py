"""When an offer is there, after RFC 5545 as Open Referral's HSDS 3 uses it: rules, not dates."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from signalering.domain.errors import InvalidInput
from signalering.domain.offers import WEEKDAYS
from signalering.domain.text import clean_text

# Our days beside the standard's, Monday first.
DAY_CODES = MappingProxyType(
    dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
)
OUR_DAYS = MappingProxyType({theirs: ours for ours, theirs in DAY_CODES.items()})
FREQS = ("weekly", "monthly")
# Which time in a month: the last one counts from behind.
ORDINALS = ("1", "2", "3", "4", "5", "-1")
MOST_SCHEDULES = 10
MOST_INTERVAL = 52
LONGEST_SCHEDULE_NOTE = 250
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)

_DAY = re.compile(r"(?P<ordinal>-?[1-5])?(?P<day>MO|TU|WE|TH|FR|SA|SU)")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True)
class Schedule:
    """One rule. `byday` as in the standard: "TU", and "2TU" or "-1FR" for a rule by the month.

    Times are of the clock on the wall, "10:00"; empty where nobody said.
    """

    freq: str = ""
    interval: int = 1
    byday: tuple[str, ...] = ()
    opens_at: str = ""
    closes_at: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    @property
    def days(self) -> tuple[str, ...]:
        """Our codes of its days, Monday first, each once."""
        found = {day_of(one) for one in self.byday}
        return tuple(code for code in WEEKDAYS if code in found)

    @property
    def ordinals(self) -> tuple[str, ...]:
        """Which times in a month, as in ORDINALS; none where the rule names none."""
        found = {one[:-2] for one in self.byday} - {""}
        return tuple(one for one in ORDINALS if one in found)


def day_of(byday: str) -> str:
    """Our code of the day in one part of a rule. Raises KeyError for what is none."""
    return OUR_DAYS[byday[-2:]]


def checked_schedule(schedule: Schedule) -> Schedule:
    """The same with its note cleaned. Raises InvalidInput for the first field that is wrong."""
    for fault in _faults(schedule):
        raise fault
    note = clean_text(schedule.note, LONGEST_SCHEDULE_NOTE, field="note")
    return replace(schedule, note=note)


def _faults(schedule: Schedule) -> Iterator[InvalidInput]:
    if schedule.freq and schedule.freq not in FREQS:
        yield InvalidInput("freq", "unknown_code")
    if not 1 <= schedule.interval <= MOST_INTERVAL:
        yield InvalidInput("interval", "schedule_interval", most=str(MOST_INTERVAL))
    parts = [_DAY.fullmatch(one) for one in schedule.byday]
    if not all(parts) or len(set(schedule.byday)) < len(parts):
        yield InvalidInput("byday", "schedule_days")
    elif schedule.freq != "monthly" and any(part and part["ordinal"] for part in parts):
        yield InvalidInput("byday", "schedule_ordinal")
    for name in ("opens_at", "closes_at"):
        text = getattr(schedule, name)
        if text and not _TIME.fullmatch(text):
            yield InvalidInput(name, "schedule_time")
    if schedule.opens_at and schedule.closes_at and schedule.closes_at <= schedule.opens_at:
        yield InvalidInput("closes_at", "schedule_closes")
    for name in ("valid_from", "valid_to"):
        day = getattr(schedule, name)
        if day is not None and not FIRST_DAY <= day <= LAST_DAY:
            yield InvalidInput(name, "schedule_day")
    if schedule.valid_from and schedule.valid_to and schedule.valid_to < schedule.valid_from:
        yield InvalidInput("valid_to", "schedule_order")


def of_short(weekday: str | None, frequency: str | None) -> Schedule | None:
    """The rule that a day and a frequency of our short lists say; None where they say nothing."""
    if not weekday and not frequency:
        return None
    if frequency == "daily":
        return Schedule("weekly", 1, tuple(DAY_CODES.values()))
    days = (DAY_CODES[weekday],) if weekday else ()
    if not frequency:
        return Schedule("", 1, days)
    freq = "monthly" if frequency == "monthly" else "weekly"
    return Schedule(freq, 2 if frequency == "biweekly" else 1, days)


def short_of(schedules: Iterable[Schedule]) -> tuple[str | None, str | None]:
    """Fixed day and frequency as the short lists have them; None where there is no one answer."""
    rules = tuple(schedules)
    days = {code for one in rules for code in one.days}
    weekday = next(iter(days)) if len(days) == 1 else None
    kinds = {_frequency(one) for one in rules}
    return weekday, next(iter(kinds)) if len(kinds) == 1 else None


def _frequency(schedule: Schedule) -> str | None:
    if schedule.freq == "weekly" and schedule.interval <= 2:
        if schedule.interval == 1 and len(schedule.days) == len(WEEKDAYS):
            return "daily"
        return "biweekly" if schedule.interval == 2 else "weekly"
    return "monthly" if schedule.freq == "monthly" and schedule.interval == 1 else None
