"""Partner organisations as the administrator sees them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class PartnerLine:
    """One organisation; `people` counts its active accounts, the rest as in PartnerView."""

    id: UUID
    name: str
    domain: str
    agreement_on: date | None
    agreement_version: str
    active: bool
    people: int
    trained: int
    first_until: date | None
    last_until: date | None


@dataclass(frozen=True)
class PartnersView:
    """A page of organisations by name; pages count from 1."""

    lines: tuple[PartnerLine, ...]
    page: int
    has_next: bool
