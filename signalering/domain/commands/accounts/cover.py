"""Somebody is away, and a colleague stands in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class EnterCover:
    """Who is away, who stands in, and the first and last day of it."""

    account_id: UUID
    by_id: UUID
    from_on: date
    until_on: date
