"""What a case's keeper writes to the reporter of its signal."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class WriteToReporter:
    """A message; `no_names` are keys of words that their writer says are no names."""

    case_id: UUID
    version: int
    text: str = field(repr=False)
    no_names: tuple[str, ...] = field(default=(), repr=False)
