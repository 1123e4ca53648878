"""What a coordinator writes to a signal's reporter."""

from dataclasses import dataclass, field
from uuid import UUID

MESSAGE_LIMIT = 1000


@dataclass(frozen=True)
class AskReporter:
    """A message, or a question that is waited for; `no_names` are words that are no names."""

    signal_id: UUID
    text: str = field(repr=False)
    is_question: bool = False
    no_names: tuple[str, ...] = ()
