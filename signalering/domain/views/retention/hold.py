"""That something is held, for its own page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class HeldView:
    """Why, and its last day."""

    reason: str
    until: date
