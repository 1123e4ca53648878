"""Ask for the newsletter."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Subscribe:
    """Nobody knows yet whose address it is: only its owner can use the link that goes there."""

    email: str = field(repr=False)
    language: str
