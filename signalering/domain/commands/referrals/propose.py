"""What a proposed referral says."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class ProposeReferral:
    """Kind of loneliness and what lies behind it may stay empty once they are recorded."""

    case_id: UUID
    version: int
    initiative_id: UUID
    loneliness: str = ""
    behind: str = field(default="", repr=False)
