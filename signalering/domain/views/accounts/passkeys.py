"""One's own passkeys."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class PasskeyLine:
    """One passkey. `opens`: it unlocks too, not only logs in."""

    id: UUID
    name: str
    opens: bool


@dataclass(frozen=True)
class PasskeysView:
    """All of somebody's. `last_needed`: the only one left can't be removed."""

    lines: tuple[PasskeyLine, ...]
    last_needed: bool
    full: bool
