"""A new organisation in the coalition."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AddPartner:
    """An organisation in one of the twelve domains, and the agreement made with it."""

    name: str
    domain: str
    agreement_on: date | None = None
    agreement_version: str | None = None
    contact_address: str | None = None
