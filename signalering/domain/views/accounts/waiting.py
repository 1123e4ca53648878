"""What waits for who is logged in."""

from dataclasses import dataclass
from enum import StrEnum


class WaitingKind(StrEnum):
    """What for; each has its page."""

    NEW_SIGNALS = "new_signals"
    NEWS = "news"
    OFFERS = "offers"
    REVIEWS = "reviews"


@dataclass(frozen=True)
class Waiting:
    """How many there are; one at least."""

    kind: WaitingKind
    count: int
