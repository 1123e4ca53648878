"""What became of something planned."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.lifecycles import TaskEnd


@dataclass(frozen=True)
class FinishTask:
    """The open task with this number is done or called off; the text may stay empty."""

    case_id: UUID
    version: int
    number: int
    how: TaskEnd
    text: str = field(default="", repr=False)
