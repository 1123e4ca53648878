"""What was said at a meeting."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class WriteNotes:
    """Plain text; `tell` lets a mail go to the organisations that were invited."""

    meeting_id: UUID
    version: int
    text: str
    no_names: tuple[str, ...] = ()
    tell: bool = False
