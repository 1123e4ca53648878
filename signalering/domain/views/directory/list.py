"""Initiatives to choose from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class InitiativeView:
    """One offer. A stale one was not asked about for six months."""

    id: UUID
    name: str
    pillar: str | None
    kind: str
    area: str
    weekday: str | None
    frequency: str | None
    capacity: int | None
    contact_address: str | None
    note: str | None
    assured_on: date
    fresh: bool
