"""What a coordinator writes to a signal's reporter."""

from dataclasses import dataclass, field
from uuid import UUID

MESSAGE_LIMIT = 1000


@dataclass(frozen=True)
class AskReporter:
    """A message, or a question that is waited for."""

    signal_id: UUID
    text: str = field(repr=False)
    is_question: bool = False
