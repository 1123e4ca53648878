"""A place where people meet."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SavePlace:
    """A new one has no id; `version` is what was looked at. `route` is how to get there."""

    name: str
    street: str = ""
    postal_code: str = ""
    city: str = ""
    route: str = ""
    accessibility: str = ""
    place_id: UUID | None = None
    version: int = 1
