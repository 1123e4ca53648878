"""A training in a classroom that people can sign up for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class PlanTraining:
    """Where and when, by whom, and for how many; at one partner, or open to all."""

    day: date
    starts_at: str
    place: str
    trainer: str
    seats: int
    partner_id: UUID | None = None
