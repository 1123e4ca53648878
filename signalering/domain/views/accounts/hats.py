"""Whose hats an administrator is about to change."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class HatsView:
    """The hats now."""

    account_id: UUID
    name: str
    hats: tuple[str, ...]
