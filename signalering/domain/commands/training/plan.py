"""A training in a classroom that people can sign up for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PlanTraining:
    """Where and when, by whom, and for how many."""

    day: date
    starts_at: str
    place: str
    trainer: str
    seats: int
