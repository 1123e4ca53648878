"""Ask for a token."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class AskToken:
    """What a program proves itself with; `scopes` narrows, and empty asks for all it has."""

    client_id: UUID
    secret: str = field(repr=False)
    scopes: frozenset[str] = frozenset()
