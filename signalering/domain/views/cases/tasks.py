"""What is planned in cases, as pages show it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class OpenTask:
    """What stands in clear: of which case, of what kind, and the day."""

    case_id: UUID
    number: int
    kind: str
    due_on: date
    # Today, or before.
    is_due: bool = False
    overdue: bool = False
    # The case rests on that day.
    in_pause: bool = False


@dataclass(frozen=True)
class TaskView:
    """The same with its words, for whoever reads the case."""

    number: int
    kind: str
    due_on: date
    is_due: bool = False
    overdue: bool = False
    in_pause: bool = False
    text: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    time: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    who: str = field(default="", repr=False)
    bring: str = field(default="", repr=False)
