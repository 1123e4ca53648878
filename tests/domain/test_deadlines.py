"""Working days, against a slow plain calendar that knows the Dutch holidays by rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.domain.deadlines import Calendar, _named, load_calendar
from signalering.domain.periods import Periods

DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
CALENDARS = st.builds(
    Calendar,
    good_friday=st.booleans(),
    liberation_day=st.booleans(),
    closing_days=st.frozensets(DAYS, max_size=5),
)


def easter(year: int) -> date:
    """Easter Sunday after Butcher's rule."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def plainly_free(day: date, calendar: Calendar) -> bool:
    """Whether nobody works, by the rules as a civil servant would look them up."""
    after_easter = (day - easter(day.year)).days
    kings_day = date(day.year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)
    return (
        day.isoweekday() in (6, 7)
        or day in calendar.closing_days
        or day == kings_day
        or (day.month, day.day) in {(1, 1), (12, 25), (12, 26)}
        or after_easter in {1, 39, 50}
        or (calendar.good_friday and after_easter == -2)
        or (calendar.liberation_day and (day.month, day.day) == (5, 5))
    )


@settings(deadline=None)
@given(DAYS, CALENDARS)
def test_a_working_day_is_what_the_plain_calendar_says(day: date, calendar: Calendar) -> None:
    assert calendar.is_working_day(day) is not plainly_free(day, calendar)


@pytest.mark.parametrize("year", range(2024, 2036))
@pytest.mark.parametrize("flag", [False, True])
def test_every_day_of_twelve_years(year: int, flag: bool) -> None:
    calendar = Calendar(good_friday=flag, liberation_day=flag)
    day = date(year, 1, 1)
    while day.year == year:
        assert calendar.is_working_day(day) is not plainly_free(day, calendar), day
        day += timedelta(days=1)


@settings(deadline=None)
@given(DAYS, st.integers(0, 30), CALENDARS)
def test_adding_counts_every_working_day_once(day: date, count: int, calendar: Calendar) -> None:
    end = calendar.add_working_days(day, count)
    passed = [day + timedelta(days=step) for step in range(1, (end - day).days + 1)]
    assert sum(not plainly_free(one, calendar) for one in passed) == count
    assert calendar.working_days_between(day, end) == count
    assert calendar.working_days_between(end, day) == -count
    assert end == day if count == 0 else calendar.is_working_day(end)


def test_a_count_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="forward"):
        Calendar().add_working_days(date(2026, 11, 23), -1)


def test_on_a_sunday_too_the_calendar_is_there_once_it_is_loaded() -> None:
    _named.cache_clear()
    load_calendar(date(2026, 11, 29))
    assert Calendar().is_working_day(date(2026, 11, 30))
    assert _named.cache_info().misses == 1
    assert _named.cache_info().hits == 1


def test_ascension_on_5_may_is_free_whatever_the_setting() -> None:
    assert not Calendar(liberation_day=False).is_working_day(date(2016, 5, 5))


def test_christmas_and_new_year_are_stepped_over() -> None:
    calendar = Calendar(closing_days=frozenset({date(2026, 12, 24)}))
    assert calendar.next_working_day(date(2026, 12, 23)) == date(2026, 12, 28)
    assert calendar.add_working_days(date(2026, 12, 30), 2) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("changed", "seen"),
    [
        # A Monday afternoon: Tuesday 07:00, winter time.
        (datetime(2026, 11, 23, 15, 0, tzinfo=UTC), datetime(2026, 11, 24, 6, 0, tzinfo=UTC)),
        # Before seven counts as that day all the same.
        (datetime(2026, 11, 23, 5, 0, tzinfo=UTC), datetime(2026, 11, 24, 6, 0, tzinfo=UTC)),
        # A Friday before summer time begins: Monday 07:00, one hour earlier in UTC.
        (datetime(2026, 3, 27, 15, 0, tzinfo=UTC), datetime(2026, 3, 30, 5, 0, tzinfo=UTC)),
        # Already Tuesday in Amsterdam.
        (datetime(2026, 11, 23, 23, 30, tzinfo=UTC), datetime(2026, 11, 25, 6, 0, tzinfo=UTC)),
    ],
)
def test_a_reporter_sees_a_change_on_the_next_working_day_at_seven(
    changed: datetime, seen: datetime
) -> None:
    assert Calendar().visible_from(changed) == seen


def test_the_first_values_are_those_of_the_policy() -> None:
    first = Periods()
    assert (first.triage_working_days, first.first_attempt_working_days) == (2, 5)
    assert (first.question_working_days, first.question_reminder_working_days) == (10, 5)
    assert first.card_days == 60
    assert first.contact_warning_days == (5, 15, 25)
    assert (first.referral_answer_days, first.feedback_working_days) == (14, 10)
    assert (first.offer_ask_months, first.offer_ask_again_days) == (5, 14)
    assert first.offer_link_days == 30
    assert (first.follow_up_weeks, first.measure_months) == ((2, 6), (3, 6))
    assert max(first.contact_warning_days) < 30, "before unopened details go"
