"""Since which week nothing was written in a case: a Monday, and what counts as gone quiet."""

from datetime import date, timedelta
from enum import StrEnum

from signalering.domain.retention import add_months

WEEK = timedelta(days=7)


class Quiet(StrEnum):
    """For how long nothing was written, at least."""

    TWO_WEEKS = "two_weeks"
    ONE_MONTH = "one_month"
    THREE_MONTHS = "three_months"


def week_of(day: date) -> date:
    """The Monday of this day's week: no finer, so that nobody learns on which day one worked."""
    return day - timedelta(days=day.weekday())


def last_week_of(quiet: Quiet, today: date) -> date:
    """The last Monday that counts: its whole week lies before the period.

    So a case shows up to six days late, and never too early.
    """
    began = {
        Quiet.TWO_WEEKS: today - 2 * WEEK,
        Quiet.ONE_MONTH: add_months(today, -1),
        Quiet.THREE_MONTHS: add_months(today, -3),
    }[quiet]
    return week_of(began - timedelta(days=6))
