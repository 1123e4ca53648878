"""Periods are years, halves and quarters that fit into each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.disclosure.periods import Length, Period

DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("code", "start", "end", "parent"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), None),
        ("2026H1", date(2026, 1, 1), date(2026, 6, 30), "2026"),
        ("2026H2", date(2026, 7, 1), date(2026, 12, 31), "2026"),
        ("2026Q1", date(2026, 1, 1), date(2026, 3, 31), "2026H1"),
        ("2028Q1", date(2028, 1, 1), date(2028, 3, 31), "2028H1"),
        ("2026Q4", date(2026, 10, 1), date(2026, 12, 31), "2026H2"),
    ],
)
def test_a_code_names_its_days(code: str, start: date, end: date, parent: str | None) -> None:
    period = Period.parse(code)
    assert (period.code, period.start, period.end) == (code, start, end)
    assert period.closed_on == end + timedelta(days=1)
    assert (period.parent.code if period.parent else None) == parent


@pytest.mark.parametrize(
    "code", ["", "26", "2026H3", "2026Q0", "2026Q5", "2026h1", "2026-Q1", "2026Q1 ", "0000", "9999"]
)
def test_anything_else_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="no such period"):
        Period.parse(code)


def test_a_period_is_closed_the_day_after_its_last() -> None:
    period = Period.parse("2026H1")
    assert not period.is_closed(date(2026, 6, 30))
    assert period.is_closed(date(2026, 7, 1))


@given(DAYS, st.sampled_from(Length))
def test_each_day_falls_in_one_period_of_a_length(day: date, length: Length) -> None:
    period = Period.containing(day, length)
    assert day in period
    assert period.closed_on not in period
    assert Period.parse(period.code) == period


@given(DAYS, st.sampled_from([Length.HALF, Length.YEAR]))
def test_children_fill_their_parent(day: date, length: Length) -> None:
    period = Period.containing(day, length)
    first, second = period.children()
    assert (first.start, second.end) == (period.start, period.end)
    assert first.closed_on == second.start
    assert first.parent == second.parent == period
