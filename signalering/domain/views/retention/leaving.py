"""What is erased within two weeks, for those who work with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class LeavingCase:
    """A closed case, and the first day on which it may be gone."""

    case_id: UUID
    reference: str
    erased_from: date


@dataclass(frozen=True)
class Leaving:
    """Cases one by one, as far as they fit, and how many signals."""

    cases: tuple[LeavingCase, ...] = ()
    more: int = 0
    signals: int = 0

    @property
    def total(self) -> int:
        """How many things."""
        return len(self.cases) + self.more + self.signals
