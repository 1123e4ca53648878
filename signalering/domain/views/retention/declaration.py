"""The vernietigingsverklaring of a run: counts and days, never a word."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class DeclaredCount:
    """How many of a kind whose term ended in a month, with their keys and rows."""

    kind: str
    month: date
    objects: int
    keys: int
    rows: int


@dataclass(frozen=True)
class RunDeclaration:
    """Of one run that ended, or still runs: then the last days of the backups aren't known yet."""

    id: UUID
    way: str
    began_on: date
    ended_on: date | None
    policy: tuple[tuple[str, str], ...]
    counts: tuple[DeclaredCount, ...]
    keystore_until: date | None
    data_until: date | None
    signed_by: str
    signed_on: date | None
    # Whether who looks may put a name under any.
    signs: bool

    @property
    def may_sign(self) -> bool:
        """Once it is whole, and once."""
        return self.signs and self.ended_on is not None and self.signed_on is None
