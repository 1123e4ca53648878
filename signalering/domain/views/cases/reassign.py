"""To whom a case can go."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Colleague:
    """A coordinator who can open it; `away_until` while somebody else works for them."""

    id: UUID
    name: str
    away_until: date | None = None
