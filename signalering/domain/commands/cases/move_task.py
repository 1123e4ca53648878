"""Another day for something planned."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class MoveTask:
    """The open task with this number goes to another day or time; the rest stays as it was.

    `text` says why, or stays empty.
    """

    case_id: UUID
    version: int
    number: int
    due_on: date
    time: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
