"""How a case ends."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import CaseOutcome


@dataclass(frozen=True)
class CloseCase:
    """The outcome, which must fit the state."""

    case_id: UUID
    version: int
    outcome: CaseOutcome
