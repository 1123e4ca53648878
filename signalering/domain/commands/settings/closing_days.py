"""A day on which nobody works."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AddClosingDay:
    """`number`: the decision that the page showed, 0 for none."""

    number: int
    day: date
    reason: str
