"""A case goes to a colleague."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class ReassignCase:
    """To whom, with a word for whoever gets it. `version` as shown."""

    case_id: UUID
    version: int
    owner_id: UUID
    note: str = field(repr=False)
