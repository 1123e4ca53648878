"""A closing day becomes a day like others."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class OpenAgain:
    """`number`: the decision that the page showed."""

    number: int
    day: date
