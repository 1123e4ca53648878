"""A training that somebody followed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.lifecycles import TrainingWay


@dataclass(frozen=True)
class RecordTraining:
    """Any day of the month in which the training was; only the month is kept."""

    account_id: UUID
    way: TrainingWay
    trainer: str
    trained_in: date
    partner_id: UUID | None = None
