"""How a case ends."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.states import CaseOutcome, FeedbackLine


@dataclass(frozen=True)
class CloseCase:
    """The outcome, which must fit the state; what the reporter hears may wait.

    `card_left`: a contact card was left behind, only when nobody was reached.
    """

    case_id: UUID
    version: int
    outcome: CaseOutcome
    line: FeedbackLine | None = None
    card_left: bool = False
