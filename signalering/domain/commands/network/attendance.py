"""Which organisations came to a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class RecordAttendance:
    """How many people came of each organisation; of one that is not in it, nobody did."""

    meeting_id: UUID
    version: int
    came: Mapping[UUID, int]
