"""Who holds which group's key."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Holder:
    """A member; the fingerprint of the public key can be compared by phone."""

    account_id: UUID
    name: str
    fingerprint: str
    active: bool


@dataclass(frozen=True)
class GroupHolders:
    """One key group; `epoch` counts its keys from 1, None before the first.

    `waiting` are colleagues whose hat needs the key and who lack it.
    """

    group: str
    epoch: int | None
    holders: tuple[Holder, ...]
    waiting: tuple[str, ...]

    @property
    def too_few(self) -> bool:
        """Whether one more person forgetting would lock everybody out."""
        return sum(holder.active for holder in self.holders) < 2
