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
    MONTHS_3 = "3_months"
    MONTHS_6 = "6_months"
    MONTHS_12 = "12_months"
    MONTHS_24 = "24_months"
    YEARS_5 = "5_years"


FIRST_VALUES: Mapping[Kept, KeepFor] = MappingProxyType(
    {
        Kept.SIGNAL: KeepFor.MONTHS_24,
        Kept.UNOPENED_CONTACT_DETAILS: KeepFor.DAYS_30,
        Kept.CASE_WITHOUT_FOLLOW_UP: KeepFor.MONTHS_3,
        Kept.CASE_WITH_FOLLOW_UP: KeepFor.MONTHS_12,
        Kept.AUDIT: KeepFor.YEARS_5,
    }
)

_MONTHS: Mapping[KeepFor, int] = MappingProxyType(
    {
        KeepFor.MONTHS_3: 3,
        KeepFor.MONTHS_6: 6,
        KeepFor.MONTHS_12: 12,
        KeepFor.MONTHS_24: 24,
        KeepFor.YEARS_5: 60,
    }
)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (or earlier); the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def kept_until(term: KeepFor, start: date) -> date:
    """The last day on which something that ended on `start` is kept."""
    if term is KeepFor.DAYS_30:
        return start + timedelta(days=30)
    return add_months(start, _MONTHS[term])


def kind_of_case(outcome: CaseOutcome) -> Kept:
    """Under which line of the policy a closed case falls."""
    if outcome in OUTCOMES_WITH_FOLLOW_UP:
        return Kept.CASE_WITH_FOLLOW_UP
    return Kept.CASE_WITHOUT_FOLLOW_UP
