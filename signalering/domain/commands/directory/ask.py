"""An initiative is asked whether its offer still holds."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.lifecycles import LinkWay


@dataclass(frozen=True)
class AskOffer:
    """By mail to the address in the directory, or by a link to print or read out."""

    initiative_id: UUID
    way: LinkWay
