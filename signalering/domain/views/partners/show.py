"""One organisation of the coalition."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ContactLine:
    """Somebody to turn to; `number` is a place in the list."""

    number: int
    name: str
    function: str
    email: str
    phone: str


@dataclass(frozen=True)
class PartnerView:
    """An organisation; `people` counts its active accounts.

    `trained` counts those of its reporters with a certificate that is valid today; the first of
    these ends on `first_until`, the last on `last_until`.
    """

    id: UUID
    name: str
    domain: str
    active: bool
    contact_address: str
    agreement_on: date | None
    agreement_version: str
    contacts: tuple[ContactLine, ...]
    people: int
    trained: int
    first_until: date | None
    last_until: date | None
    version: int
