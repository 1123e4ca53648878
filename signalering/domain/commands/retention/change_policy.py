"""A term is changed."""

from dataclasses import dataclass

from signalering.domain.retention import KeepFor, Kept


@dataclass(frozen=True)
class ChangePolicy:
    """Of what, to which term, and why. `number`: the decision that the page showed; 0 for none."""

    kept: Kept
    number: int
    keep_for: KeepFor
    reason: str
    why_longer: str
