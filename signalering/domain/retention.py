"""How long things are kept: named choices, never a bare number and never "for ever"."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from signalering.domain.outcomes import OUTCOMES_WITH_FOLLOW_UP
from signalering.domain.states import CaseOutcome


class Kept(StrEnum):
    """What the policy speaks about."""

    SIGNAL = "signal"
    UNOPENED_CONTACT_DETAILS = "unopened_contact_details"
    CASE_WITHOUT_FOLLOW_UP = "case_without_follow_up"
    CASE_WITH_FOLLOW_UP = "case_with_follow_up"
    AUDIT = "audit"


class KeepFor(StrEnum):
    """The terms a privacy officer can choose from."""

    DAYS_30 = "30_days"
    DAYS_60 = "60_days"
    MONTHS_3 = "3_months"
    MONTHS_6 = "6_months"
    MONTHS_12 = "12_months"
    MONTHS_18 = "18_months"
    MONTHS_24 = "24_months"
    YEARS_5 = "5_years"
    YEARS_7 = "7_years"


class Erasable(StrEnum):
    """What is erased as one thing, with all that hangs on it; which kind of case is sealed."""

    DETAILS = "details"
    CASE = "case"
    SIGNAL = "signal"
    AUDIT = "audit"


class HoldReason(StrEnum):
    """Why something is kept past its term; a code, for a word would tell of the resident."""

    COMPLAINT = "complaint"
    DISPUTE = "dispute"
    REQUEST = "request"
    SUPERVISION = "supervision"
    BREACH = "breach"


class HoldFor(StrEnum):
    """For how long at most; never for ever."""

    MONTHS_1 = "1_month"
    MONTHS_3 = "3_months"
    MONTHS_6 = "6_months"
    MONTHS_12 = "12_months"


class RunWay(StrEnum):
    """Who or what set a run going."""

    DAILY = "daily"
    PAGE = "page"
    COMMAND = "command"


# Between the notice and the erasing, whatever the term.
NOTICE_DAYS = 14


FIRST_VALUES: Mapping[Kept, KeepFor] = MappingProxyType(
    {
        Kept.SIGNAL: KeepFor.MONTHS_24,
        Kept.UNOPENED_CONTACT_DETAILS: KeepFor.DAYS_30,
        Kept.CASE_WITHOUT_FOLLOW_UP: KeepFor.MONTHS_3,
        Kept.CASE_WITH_FOLLOW_UP: KeepFor.MONTHS_12,
        Kept.AUDIT: KeepFor.YEARS_5,
    }
)

# What can be chosen for what, the shortest first. Five years of audit is the least that NEN 7513
# asks for.
OPTIONS: Mapping[Kept, tuple[KeepFor, ...]] = MappingProxyType(
    {
        Kept.SIGNAL: (KeepFor.MONTHS_12, KeepFor.MONTHS_18, KeepFor.MONTHS_24),
        Kept.UNOPENED_CONTACT_DETAILS: (KeepFor.DAYS_30, KeepFor.DAYS_60),
        Kept.CASE_WITHOUT_FOLLOW_UP: (KeepFor.MONTHS_3, KeepFor.MONTHS_6, KeepFor.MONTHS_12),
        Kept.CASE_WITH_FOLLOW_UP: (KeepFor.MONTHS_6, KeepFor.MONTHS_12, KeepFor.MONTHS_24),
        Kept.AUDIT: (KeepFor.YEARS_5, KeepFor.YEARS_7),
    }
)
CASES = (Kept.CASE_WITHOUT_FOLLOW_UP, Kept.CASE_WITH_FOLLOW_UP)

_DAYS: Mapping[KeepFor, int] = MappingProxyType({KeepFor.DAYS_30: 30, KeepFor.DAYS_60: 60})
_HELD: Mapping[HoldFor, int] = MappingProxyType(
    {HoldFor.MONTHS_1: 1, HoldFor.MONTHS_3: 3, HoldFor.MONTHS_6: 6, HoldFor.MONTHS_12: 12}
)
_MONTHS: Mapping[KeepFor, int] = MappingProxyType(
    {
        KeepFor.MONTHS_3: 3,
        KeepFor.MONTHS_6: 6,
        KeepFor.MONTHS_12: 12,
        KeepFor.MONTHS_18: 18,
        KeepFor.MONTHS_24: 24,
        KeepFor.YEARS_5: 60,
        KeepFor.YEARS_7: 84,
    }
)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (or earlier); the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def kept_until(term: KeepFor, start: date) -> date:
    """The last day on which something that ended on `start` is kept."""
    if term in _DAYS:
        return start + timedelta(days=_DAYS[term])
    return add_months(start, _MONTHS[term])


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def kept_through_month(term: KeepFor, start: date) -> date:
    """The last day of what is known by its month alone: nothing goes too early, all at one day."""
    return last_of_month(kept_until(term, start))


def months_of(term: KeepFor) -> int:
    """A term that is said in months or years, in months. Raises KeyError for one in days."""
    return _MONTHS[term]


def started_by(term: KeepFor, last: date) -> date:
    """The last start of which `kept_through_month` has come by `last`; terms in months alone."""
    whole = last if last == last_of_month(last) else last.replace(day=1) - timedelta(days=1)
    return last_of_month(add_months(whole.replace(day=1), -_MONTHS[term]))


def counted_by(registered_on: date) -> date:
    """The last day on which a signal waits to be counted: three months after its year.

    Figures are made from signals that are there, and a release may be late by an audit or a stop.
    """
    return date(registered_on.year + 1, 3, 31)


def held_through(term: HoldFor, today: date) -> date:
    """The last day of a hold that is set today: a month's last, which tells of nobody's day."""
    return last_of_month(add_months(today, _HELD[term]))


def is_longer(term: KeepFor, than: KeepFor) -> bool:
    """Whether a term is the longer of two."""
    start = date(2001, 1, 1)
    return kept_until(term, start) > kept_until(than, start)


def erased_from(due_on: date, noticed_on: date) -> date:
    """The first day on which something goes: its term is over, and its notice has stood."""
    return max(due_on + timedelta(days=1), noticed_on + timedelta(days=NOTICE_DAYS))


def kind_of_case(outcome: CaseOutcome) -> Kept:
    """Under which line of the policy a closed case falls."""
    if outcome in OUTCOMES_WITH_FOLLOW_UP:
        return Kept.CASE_WITH_FOLLOW_UP
    return Kept.CASE_WITHOUT_FOLLOW_UP
