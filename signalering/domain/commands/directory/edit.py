"""An offer as an administrator writes it down."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class OfferFacts:
    """All that is written of an offer but its schedules. Empty texts and None say nothing.

    The pillar is that of the kind. `contact_address` is where referrals and questions go; it is
    shown to nobody outside.
    """

    name: str
    kind: str
    area: str
    organisation_id: UUID | None = None
    place_id: UUID | None = None
    note: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    eligibility: str = ""
    languages: tuple[str, ...] = ()
    cost: str = ""
    cost_cents: int | None = None
    sign_up: str = ""
    phone: str = ""
    public_address: str = ""
    url: str = ""
    contact_address: str = field(default="", repr=False)


@dataclass(frozen=True)
class EditOffer:
    """`version` is what was looked at; `assured` says that all of it was checked today."""

    initiative_id: UUID
    version: int
    facts: OfferFacts
    assured: bool = False
