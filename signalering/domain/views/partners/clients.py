"""The programs of an organisation that may come in, as the administrator sees them."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ClientLine:
    """One client. `program` is the name of a program."""

    id: UUID
    program: str
    scopes: tuple[str, ...]
    made_on: date
    until_on: date
    used_on: date | None
    revoked_on: date | None
    expired: bool


@dataclass(frozen=True)
class ClientsView:
    """Those that did not end first, the newest on top; then the others, while they are kept."""

    partner_id: UUID
    partner: str
    lines: tuple[ClientLine, ...]


@dataclass(frozen=True)
class NewClient:
    """What a program needs to come in; the secret is told once."""

    client_id: UUID
    secret: str = field(repr=False)
