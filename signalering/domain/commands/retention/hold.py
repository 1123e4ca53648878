"""Something is kept past its term."""

from dataclasses import dataclass

from signalering.domain.retention import Erasable, HoldFor, HoldReason


@dataclass(frozen=True)
class Hold:
    """A case or a signal by the reference on it, why, and for how long at most."""

    kind: Erasable
    reference: str
    reason: HoldReason
    hold_for: HoldFor
