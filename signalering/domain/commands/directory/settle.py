"""An administrator decides about what an initiative answered."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.offers import OfferRuling


@dataclass(frozen=True)
class SettleOffer:
    """`correction_id` is the change that was looked at, where it is about one."""

    initiative_id: UUID
    ruling: OfferRuling
    correction_id: UUID | None = None
