"""What checking the audit chain found."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Fault:
    """What is wrong and the first place where it shows. `label` is Dutch, to be translated."""

    kind: str
    label: str
    segment: UUID
    number: int


@dataclass(frozen=True)
class Verdict:
    """How much was checked, and every fault."""

    segments: int
    entries: int
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults
