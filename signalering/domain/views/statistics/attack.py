"""What attackers found in figures of made-up signals."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attacker:
    """How many cells an attacker claims to know, and in how many of those it is right."""

    name: str
    claims: int
    right: int


@dataclass(frozen=True)
class Attacked:
    """One method under attack. `hidden` counts the cells that don't show their count itself.

    `published` is per period the tables beside its total.
    """

    method: str
    seed: int
    signals: int
    published: tuple[tuple[str, tuple[str, ...]], ...]
    cells: int
    hidden: int
    attackers: tuple[Attacker, ...]

    @property
    def held(self) -> bool:
        """Whether no attacker is right about any cell."""
        return not any(attacker.right for attacker in self.attackers)
