"""Whom an administrator is about to deactivate, and what lies in that person's hands."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Leaving:
    """Counts of open work; `last_holder_of` names groups that would be left without a holder."""

    account_id: UUID
    name: str
    signals: int
    cases: int
    last_holder_of: tuple[str, ...]
    last_administrator: bool
    # Who works for this person today, until when; and for whom this person does.
    covered_by: str = ""
    covered_until: date | None = None
    covers: tuple[str, ...] = ()

    @property
    def can_go(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.last_holder_of and not self.last_administrator
