"""What an administrator looks after in the directory."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class OfferLine:
    """One offer and where it stands."""

    id: UUID
    name: str
    assured_on: date
    fresh: bool
    has_address: bool
    asked_on: date | None
    asks: int
    answered_on: date | None
    stopped_on: date | None
    room: str


@dataclass(frozen=True)
class Change:
    """One field of a correction: `field` is a code, empty values say that nothing stands there."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class CorrectionView:
    """A change that waits, with old and new side by side."""

    id: UUID
    initiative_id: UUID
    name: str
    said_on: date
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class AssureView:
    """Every offer stands in one list, but for a correction that may wait beside it."""

    corrections: tuple[CorrectionView, ...]
    # Says it has stopped; nobody agreed yet.
    stopping: tuple[OfferLine, ...]
    # Asked, and not answered.
    asked: tuple[OfferLine, ...]
    # Old, and not asked.
    old: tuple[OfferLine, ...]
    answered: tuple[OfferLine, ...]
    ended: tuple[OfferLine, ...]
