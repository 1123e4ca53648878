"""An offer as its maintainer sees it; all of it is public."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class OfferView:
    """As it stands in the directory, with what was last said about room."""

    id: UUID
    name: str
    kind: str
    area: str
    weekday: str
    frequency: str
    contact_address: str
    note: str
    capacity: int | None
    room: str
    room_until: date | None
    assured_on: date
