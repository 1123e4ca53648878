"""Somebody to turn to at an organisation."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.partner_facts import ContactPerson


@dataclass(frozen=True)
class SaveContact:
    """`number` is 0 for a new one; no `person` takes that number away."""

    partner_id: UUID
    number: int
    person: ContactPerson | None
    version: int
