"""A schedule of an offer is added, changed or taken away."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.schedules import Schedule


@dataclass(frozen=True)
class SaveSchedule:
    """`number` is 0 for a new one; without a schedule that number is taken away.

    `version` is the offer's, as it was looked at.
    """

    initiative_id: UUID
    version: int
    number: int
    schedule: Schedule | None
