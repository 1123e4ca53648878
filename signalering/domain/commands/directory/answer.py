"""What an initiative says about its offer, by the link or by phone."""

from dataclasses import dataclass
from datetime import date

from signalering.domain.offers import OfferRoom, OfferSaid


@dataclass(frozen=True)
class AnswerOffer:
    """Room holds at once; the last four wait for an administrator where they differ.

    `places` is how many people there is room for; `room_until` the last day that it holds.
    """

    said: OfferSaid
    room: OfferRoom | None = None
    places: int | None = None
    room_until: date | None = None
    weekday: str = ""
    frequency: str = ""
    contact_address: str = ""
    note: str = ""
