"""Which step a case takes."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import CaseState


@dataclass(frozen=True)
class MoveCase:
    """From the state that was shown to another; closing and reopening are tasks of their own."""

    case_id: UUID
    version: int
    to: CaseState
