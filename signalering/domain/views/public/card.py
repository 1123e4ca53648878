"""What a card's code shows: which kinds of details are held and until when, never a word."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class CardView:
    """`kinds` is empty as long as nothing was left, or once it was taken back.

    `until` is the day on which unopened details are erased; none once somebody works with them.
    """

    code: str = field(repr=False)
    kinds: tuple[str, ...] = ()
    until: date | None = None
    taken_back: bool = False
    spoken: bool = False
