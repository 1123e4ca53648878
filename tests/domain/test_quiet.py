"""The week is a Monday; a case is never called quiet too early, and a week late at most."""

from datetime import date, timedelta

import pytest

from signalering.domain.quiet import Quiet, last_week_of, week_of
from signalering.domain.retention import add_months

AFTER = {
    Quiet.TWO_WEEKS: lambda day: day + timedelta(days=14),
    Quiet.ONE_MONTH: lambda day: add_months(day, 1),
    Quiet.THREE_MONTHS: lambda day: add_months(day, 3),
}


@pytest.mark.parametrize("days", range(14))
def test_every_day_of_a_week_has_its_monday(days: int) -> None:
    day = date(2026, 11, 23) + timedelta(days=days)
    assert week_of(day).weekday() == 0
    assert 0 <= (day - week_of(day)).days < 7


# A month back from a month's end and a month on from it lie so far apart at most.
SHORT_MONTH = timedelta(days=3)


@pytest.mark.parametrize("quiet", Quiet)
def test_quiet_begins_within_six_days_after_the_period_and_never_before(quiet: Quiet) -> None:
    for offset in range(400):
        written = date(2026, 1, 1) + timedelta(days=offset)
        over = AFTER[quiet](written)

        def is_quiet(today: date, written: date = written) -> bool:
            return week_of(written) <= last_week_of(quiet, today)

        assert not is_quiet(over - timedelta(days=1) - SHORT_MONTH)
        assert is_quiet(over + timedelta(days=6) + SHORT_MONTH)
        if quiet is Quiet.TWO_WEEKS:
            assert not is_quiet(over - timedelta(days=1))
            assert is_quiet(over + timedelta(days=6))
