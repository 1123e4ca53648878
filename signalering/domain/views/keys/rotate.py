"""How far a rotation has come."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rotation:
    """`rewrapped` and `resealed` of their totals are done; nothing runs when both are."""

    group: str
    due: bool
    rewrapping: bool
    rewrap_left: int
    rewrap_total: int
    reseal_left: int
    reseal_total: int
    spoilt: int

    @property
    def running(self) -> bool:
        """Whether there is something left to do."""
        return self.rewrapping or self.reseal_left > 0

    @property
    def total(self) -> int:
        """All steps of what runs: each key once for a new lock, once for a new key."""
        return self.rewrap_total + (self.reseal_total if self.reseal_left else 0)

    @property
    def done(self) -> int:
        """Steps done."""
        return self.total - self.rewrap_left - self.reseal_left
