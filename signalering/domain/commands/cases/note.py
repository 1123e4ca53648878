"""What a note says."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class WriteNote:
    """A note, or a correction of the entry with the number `corrects`. `version` as shown."""

    case_id: UUID
    version: int
    text: str = field(repr=False)
    corrects: int | None = None
