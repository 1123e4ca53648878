"""A planned meeting won't be."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CancelMeeting:
    """`version` is that of the page that was looked at."""

    meeting_id: UUID
    version: int
