"""Give signals to a colleague, or take several at once."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class AssignSignals:
    """Which ones, and who has them from now on."""

    signal_ids: tuple[UUID, ...]
    owner_id: UUID
