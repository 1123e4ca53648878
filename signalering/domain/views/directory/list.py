"""Initiatives to choose from."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.schedules import Schedule


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
    # What its maintainer last said about room, and when; past `room_until` nobody knows.
    room: str = "unknown"
    room_said_on: date | None = None
    room_until: date | None = None
    # Says it has stopped: it is not proposed any more.
    stopped: bool = False
    organisation: str = ""
    schedules: tuple[Schedule, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundInitiatives:
    """One page of what was found; pages count from 1, `total` counts all pages."""

    offers: tuple[InitiativeView, ...]
    total: int
    page: int
    has_next: bool
