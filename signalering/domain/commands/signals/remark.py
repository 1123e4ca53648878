"""What a coordinator writes for the other coordinators."""

from dataclasses import dataclass, field
from uuid import UUID

REMARK_LIMIT = 4000


@dataclass(frozen=True)
class RemarkOnSignal:
    """The text is sealed for coordinators; the reporter never reads it."""

    signal_id: UUID
    text: str = field(repr=False)
