"""A case that lay still goes on."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class LiftRestriction:
    """The resident was told before; the text may stay empty."""

    case_id: UUID
    version: int
    told: bool
    text: str = field(default="", repr=False)
