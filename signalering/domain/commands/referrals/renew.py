"""A new link for attendance."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.lifecycles import LinkWay


@dataclass(frozen=True)
class RenewLink:
    """`version` is the referral's. `receiver` is the address of the mail; paper needs none."""

    referral_id: UUID
    version: int
    way: LinkWay
    receiver: str = field(default="", repr=False)
