"""Accounts as the administrator sees them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class AccountLine:
    """One colleague. `trained_until` is the last valid day of the newest certificate."""

    id: UUID
    name: str
    email: str
    hats: tuple[str, ...]
    partner: str
    state: str
    trained_until: date | None
    training_lapsed: bool
    # Nobody can log in until a one-time link was used.
    waits_for_link: bool


@dataclass(frozen=True)
class AccountsView:
    """A page of accounts by name; pages count from 1."""

    lines: tuple[AccountLine, ...]
    page: int
    has_next: bool
    # How many signals wait far too long for triage: the number, and nothing about them.
    late: int = 0
