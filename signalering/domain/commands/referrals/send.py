"""What a receiver is to read of a resident, and how the link gets there."""

from dataclasses import dataclass, field
from uuid import UUID

from signalering.domain.lifecycles import LinkWay

LONGEST_WISH = 1000
LONGEST_ALONG = 200


@dataclass(frozen=True)
class SendReferral:
    """`kinds` says which contact details go along; the details themselves come from the case.

    `version` is the referral's. `receiver` is the address of the mail; paper needs none.
    """

    referral_id: UUID
    version: int
    way: LinkWay
    name: str = field(default="", repr=False)
    kinds: frozenset[str] = frozenset()
    best_moment: str = field(default="", repr=False)
    wish: str = field(default="", repr=False)
    along: str = field(default="", repr=False)
    receiver: str = field(default="", repr=False)
