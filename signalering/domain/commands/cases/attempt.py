"""What a contact attempt says."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.states import AttemptResult, Channel


@dataclass(frozen=True)
class RecordAttempt:
    """One try to reach the resident; the text may stay empty."""

    case_id: UUID
    version: int
    channel: Channel
    result: AttemptResult
    part_of_day: str
    text: str = field(default="", repr=False)
    # The resident was told what is kept and which rights there are.
    informed: bool = False
