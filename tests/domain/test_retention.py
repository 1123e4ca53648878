"""First values of the policy, and months counted as people count them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.domain.retention import (
    FIRST_VALUES,
    KeepFor,
    Kept,
    add_months,
    kept_until,
    kind_of_case,
)
from signalering.domain.states import CaseOutcome

CLOSED = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("kept", "last"),
    [
        (Kept.SIGNAL, date(2028, 11, 30)),
        (Kept.UNOPENED_CONTACT_DETAILS, date(2026, 12, 30)),
        (Kept.CASE_WITHOUT_FOLLOW_UP, date(2027, 2, 28)),
        (Kept.CASE_WITH_FOLLOW_UP, date(2027, 11, 30)),
        (Kept.AUDIT, date(2031, 11, 30)),
    ],
)
def test_the_first_values_end_on_these_days(kept: Kept, last: date) -> None:
    assert kept_until(FIRST_VALUES[kept], CLOSED) == last


def test_every_kind_has_a_first_value_and_every_choice_ends() -> None:
    assert FIRST_VALUES.keys() == set(Kept)
    for term in KeepFor:
        assert kept_until(term, CLOSED) > CLOSED


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_months_end_where_the_shorter_month_ends(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-240, 240))
def test_months_move_the_month_and_never_overshoot(day: date, months: int) -> None:
    result = add_months(day, months)
    moved = (result.year - day.year) * 12 + result.month - day.month
    assert moved == months
    assert result.day <= day.day


def test_a_case_nobody_followed_up_is_kept_shortest() -> None:
    assert kind_of_case(CaseOutcome.NOT_REACHED) is Kept.CASE_WITHOUT_FOLLOW_UP
    assert kind_of_case(CaseOutcome.LINKED_AND_STARTED) is Kept.CASE_WITH_FOLLOW_UP
