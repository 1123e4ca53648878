"""Months to review are those that are over, since the trail began."""

from datetime import date

import pytest

from signalering.domain.audit_reviews import ReviewOutcome, months_to_review
from signalering.domain.vocabularies import vocabulary


@pytest.mark.parametrize(
    ("first", "today", "months"),
    [
        ("2026-11", date(2026, 11, 30), []),
        ("2026-11", date(2026, 12, 1), ["2026-11"]),
        ("2026-11", date(2027, 2, 15), ["2027-01", "2026-12", "2026-11"]),
        ("2026-12", date(2027, 1, 1), ["2026-12"]),
        ("2027-05", date(2027, 1, 1), []),
    ],
)
def test_months_that_are_over(first: str, today: date, months: list[str]) -> None:
    assert list(months_to_review(first, today)) == months


def test_every_outcome_has_its_label() -> None:
    assert set(vocabulary("review_outcomes").codes) == {one.value for one in ReviewOutcome}
