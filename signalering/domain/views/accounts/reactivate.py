"""Who may come back."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Returning:
    """A colleague whose account is deactivated now."""

    account_id: UUID
    name: str
