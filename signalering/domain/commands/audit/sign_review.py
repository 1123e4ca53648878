"""A month of the trail that was reviewed."""

from dataclasses import dataclass

from signalering.domain.audit_reviews import ReviewOutcome


@dataclass(frozen=True)
class SignReview:
    """Which month, as `2026-11`, and how it ended."""

    month: str
    outcome: ReviewOutcome
