"""An offer that is to be asked about, and the link that comes of it."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from signalering.domain.lifecycles import LinkWay


@dataclass(frozen=True)
class AskView:
    """What is known before somebody asks."""

    id: UUID
    name: str
    contact_address: str
    assured_on: date
    asked_on: date | None
    asks: int
    # The last day of the link that lets somebody in now; a new one ends it.
    link_until: date | None


@dataclass(frozen=True)
class MadeOfferLink:
    """A link that was made just now: it is shown or mailed at once, for it is stored nowhere."""

    initiative_id: UUID
    initiative: str
    way: LinkWay
    until: date
    receiver: str = field(repr=False)
    token: str = field(repr=False)
    url: str = field(repr=False)
    qr: str = field(repr=False)
