"""What a resident hears to a request."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.states import RightAnswer


@dataclass(frozen=True)
class AnswerRequest:
    """To which entry; a no and more time have a reason, and the resident was told."""

    case_id: UUID
    version: int
    number: int
    answer: RightAnswer
    text: str = field(default="", repr=False)
    told: bool = False
