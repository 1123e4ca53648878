"""The clocks of the law, against a month counted day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.domain.rights import (
    INFORM_TEXT_NOW,
    INFORM_TEXTS,
    answer_by,
    inform_by,
    is_plausible,
    may_extend,
)

DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


def months_later(day: date, months: int) -> date:
    """Walk on, day by day: the same number of the month, or the last day where there is none."""
    wanted = (day.year * 12 + day.month - 1 + months) % 12 + 1
    found, at, passed = day, day, 0
    while passed <= months:
        if at.month == wanted and passed == months and at.day <= day.day:
            found = at
        following = at + timedelta(days=1)
        passed += following.month != at.month
        at = following
    return found


@given(DAYS)
def test_an_answer_is_due_after_a_month_and_two_more(day: date) -> None:
    assert answer_by(day) == months_later(day, 1)
    assert answer_by(day, extended=True) == months_later(day, 3)


@pytest.mark.parametrize(
    ("received", "due", "later"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2028, 1, 30), date(2028, 2, 29), date(2028, 4, 30)),
        (date(2026, 12, 1), date(2027, 1, 1), date(2027, 3, 1)),
    ],
)
def test_some_of_them(received: date, due: date, later: date) -> None:
    assert (answer_by(received), answer_by(received, extended=True)) == (due, later)


@given(DAYS)
def test_the_resident_knows_within_the_month(day: date) -> None:
    told = inform_by(day)
    assert day + timedelta(days=12) < told <= months_later(day, 1)


@given(DAYS)
def test_the_day_tells_half_a_month_and_no_more(day: date) -> None:
    """Many cases share it: the 15th, or the last of a month."""
    told = inform_by(day)
    assert told.day == 15 or (told + timedelta(days=1)).day == 1
    assert told == max(
        end
        for end in (months_later(day, 1) - timedelta(days=back) for back in range(20))
        if end.day == 15 or (end + timedelta(days=1)).day == 1
    )


@given(DAYS, st.integers(0, 70))
def test_more_time_is_told_within_the_first_month(day: date, later: int) -> None:
    today = day + timedelta(days=later)
    assert may_extend(day, today) is (today <= months_later(day, 1))


@given(DAYS, st.integers(-400, 40))
def test_a_request_came_within_the_last_year(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert not is_plausible(day, today) or today - timedelta(days=366) <= day <= today
    if -364 <= ahead <= 0:
        assert is_plausible(day, today)


def test_the_text_of_now_is_there() -> None:
    assert INFORM_TEXT_NOW in INFORM_TEXTS
