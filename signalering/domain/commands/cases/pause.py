"""How long a case rests."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.states import PauseReason


@dataclass(frozen=True)
class PauseCase:
    """Until and with a day, with a reason; neither ends a pause that runs."""

    case_id: UUID
    version: int
    until: date | None
    reason: PauseReason | None
