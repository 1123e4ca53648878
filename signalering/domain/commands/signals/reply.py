"""What a reporter writes to the coordinators."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class ReplyToCoordinator:
    """On one of the own signals."""

    signal_id: UUID
    text: str = field(repr=False)
    no_names: tuple[str, ...] = ()
