"""A resident asks something about what is kept."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from signalering.domain.states import ConsentWay, Right


@dataclass(frozen=True)
class RecordRequest:
    """What, when and in which words. An objection says how it came, and is confirmed."""

    case_id: UUID
    version: int
    right: Right
    received: date
    text: str = field(default="", repr=False)
    way: ConsentWay | None = None
    confirmed: bool = False
