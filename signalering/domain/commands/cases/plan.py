"""What is planned in a case."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from signalering.domain.lifecycles import TaskKind


@dataclass(frozen=True)
class PlanTask:
    """A task, an appointment or a reminder. In clear only its kind and its day."""

    case_id: UUID
    version: int
    kind: TaskKind
    due_on: date
    text: str = field(default="", repr=False)
    # Of a reminder: why.
    reason: str = field(default="", repr=False)
    # Of an appointment: HH:MM, where, with whom, and what to bring.
    time: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    who: str = field(default="", repr=False)
    bring: str = field(default="", repr=False)
