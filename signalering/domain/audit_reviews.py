"""Which months of the audit trail are to be reviewed, and how a review can end."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from signalering.domain.clock import month_of


class ReviewOutcome(StrEnum):
    """How it ended; a code, for a word would tell of a colleague or a resident."""

    NOTHING_FOUND = "nothing_found"
    EXPLAINED = "explained"
    PASSED_ON = "passed_on"


def months_to_review(first: str, today: date) -> Iterator[str]:
    """Months that are over, the newest first: from the first with a trail, as `2026-11`.

    This month goes on, so that it isn't among them.
    """
    year, month = today.year, today.month
    while True:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        name = month_of(date(year, month, 1))
        if name < first:
            return
        yield name
