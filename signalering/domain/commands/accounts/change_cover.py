"""A cover becomes another: who stands in, or on which days."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ChangeCover:
    """What it is from now on. `version` as shown."""

    cover_id: UUID
    version: int
    by_id: UUID
    from_on: date
    until_on: date
