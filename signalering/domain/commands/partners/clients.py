"""Let a partner's program in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class MakeClient:
    """What the program is called, what it may do, and the last day on which it may."""

    partner_id: UUID
    name: str
    scopes: tuple[str, ...]
    until_on: date
