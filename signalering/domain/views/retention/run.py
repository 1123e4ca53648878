"""What a run would erase now."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ready:
    """So many of a kind are due and were noticed, the longest of them since a day."""

    kind: str
    count: int
    since: date


@dataclass(frozen=True)
class DryRun:
    """All that is ready, and how many more were noticed and wait."""

    ready: tuple[Ready, ...]
    waiting: int

    @property
    def total(self) -> int:
        """How many things."""
        return sum(one.count for one in self.ready)
