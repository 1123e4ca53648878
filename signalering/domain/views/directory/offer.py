"""An offer as everybody may see it: no address of referrals, no questions, nobody's name."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.schedules import Schedule


@dataclass(frozen=True)
class PlaceShown:
    """Where, how to get there, and for whom there is a way in."""

    name: str
    street: str
    postal_code: str
    city: str
    route: str
    accessibility: str


@dataclass(frozen=True)
class OrganisationShown:
    """Who offers it."""

    name: str
    description: str
    phone: str
    email: str
    url: str


@dataclass(frozen=True)
class PublicOffer:
    """Everything that a resident needs to go there. A stale one asks for a call first."""

    id: UUID
    name: str
    pillar: str | None
    kind: str
    area: str
    note: str
    schedules: tuple[Schedule, ...]
    languages: tuple[str, ...]
    minimum_age: int | None
    maximum_age: int | None
    eligibility: str
    cost: str
    cost_cents: int | None
    sign_up: str
    phone: str
    email: str
    url: str
    assured_on: date
    fresh: bool
    room: str
    room_said_on: date | None
    organisation: OrganisationShown | None
    place: PlaceShown | None


@dataclass(frozen=True)
class PublicOffers:
    """One page of what was found; pages count from 1, `total` counts all pages."""

    offers: tuple[PublicOffer, ...]
    total: int
    page: int
    has_next: bool
