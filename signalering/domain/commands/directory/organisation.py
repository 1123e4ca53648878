"""An organisation that offers something."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SaveOrganisation:
    """A new one has no id; `version` is what was looked at."""

    name: str
    description: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    organisation_id: UUID | None = None
    version: int = 1
