"""Earlier trainees, or a group, by a list of addresses."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.lifecycles import TrainingWay


@dataclass(frozen=True)
class RecordGroup:
    """One e-mail address a line; any day of the month in which it was."""

    addresses: str
    way: TrainingWay
    trainer: str
    trained_in: date
    partner_id: UUID | None = None
