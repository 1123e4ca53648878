"""A training in a classroom that was held."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class HoldSession:
    """Who was there; the others are told nothing and keep what they had.

    `present` were ticked, signed up or not; `others` are e-mail addresses, one a line.
    """

    session_id: UUID
    present: tuple[UUID, ...]
    others: str = ""
