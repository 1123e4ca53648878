"""What the reporter hears at the end of a case."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.states import FeedbackLine, NoFeedback


@dataclass(frozen=True)
class GiveFeedback:
    """A line, or why there is none; a message only goes with a line.

    `no_names` are keys of words that their writer says are no names.
    """

    case_id: UUID
    version: int
    line: FeedbackLine | None = None
    reason: NoFeedback | None = None
    message: str = field(default="", repr=False)
    no_names: tuple[str, ...] = field(default=(), repr=False)
