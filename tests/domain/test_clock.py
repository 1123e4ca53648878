"""Moments are aware and in UTC, days are Amsterdam's."""

from datetime import UTC, date, datetime, timedelta

import pytest

from signalering.domain.clock import (
    Clock,
    MovableClock,
    SystemClock,
    day_of,
    month_of,
    quarter_of,
)


def test_the_day_turns_at_midnight_in_amsterdam() -> None:
    clock = MovableClock(datetime(2026, 11, 23, 22, 59, tzinfo=UTC))
    assert clock.today() == date(2026, 11, 23)
    clock.move_to(datetime(2026, 11, 23, 23, 0, tzinfo=UTC))
    assert clock.today() == date(2026, 11, 24)


def test_the_day_turns_an_hour_earlier_in_summer_time() -> None:
    assert day_of(datetime(2026, 7, 1, 22, 0, tzinfo=UTC)) == date(2026, 7, 2)


def test_a_movable_clock_stands_still_and_goes_back_too() -> None:
    start = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    clock: Clock = MovableClock(start)
    assert clock.now() == clock.now() == start
    assert isinstance(clock, MovableClock)
    clock.move_to(start - timedelta(days=400))
    assert clock.today() == date(2024, 12, 1)


def test_the_system_clock_is_aware_and_in_utc() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - clock.now()) < timedelta(minutes=1)
    assert abs(clock.today() - datetime.now(UTC).date()) <= timedelta(days=1)


def test_a_naive_moment_is_refused() -> None:
    naive = datetime(2026, 1, 5, 9, 0, tzinfo=UTC).replace(tzinfo=None)
    clock = MovableClock(datetime(2026, 1, 5, tzinfo=UTC))
    with pytest.raises(ValueError, match="time zone"):
        MovableClock(naive)
    with pytest.raises(ValueError, match="time zone"):
        clock.move_to(naive)
    with pytest.raises(ValueError, match="time zone"):
        day_of(naive)


@pytest.mark.parametrize(
    ("day", "month", "quarter"),
    [
        (date(2026, 1, 1), "2026-01", "2026Q1"),
        (date(2026, 3, 31), "2026-03", "2026Q1"),
        (date(2026, 4, 1), "2026-04", "2026Q2"),
        (date(2026, 6, 30), "2026-06", "2026Q2"),
        (date(2026, 7, 1), "2026-07", "2026Q3"),
        (date(2026, 9, 30), "2026-09", "2026Q3"),
        (date(2026, 10, 1), "2026-10", "2026Q4"),
        (date(2026, 12, 31), "2026-12", "2026Q4"),
    ],
)
def test_periods_are_named(day: date, month: str, quarter: str) -> None:
    assert (month_of(day), quarter_of(day)) == (month, quarter)
