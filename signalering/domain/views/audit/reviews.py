"""Months of the trail with and without a review."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ReviewRow:
    """A month, with its first and its last day. Without a review the rest is empty."""

    month: str
    first_day: date
    last_day: date
    outcome: str
    signed_by: str
    signed_on: date | None


@dataclass(frozen=True)
class ReviewsView:
    """Every month that is over, newest first."""

    rows: tuple[ReviewRow, ...]
    # Whoever reads here may put no name under a month.
    may_sign: bool

    @property
    def waiting(self) -> tuple[ReviewRow, ...]:
        """What nobody has signed yet, the oldest first."""
        return tuple(row for row in reversed(self.rows) if row.signed_on is None)
