"""An organisation of the coalition, changed."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class EditPartner:
    """All of it but its agreement and people; `version` is what was looked at."""

    partner_id: UUID
    name: str
    domain: str
    contact_address: str
    active: bool
    version: int
