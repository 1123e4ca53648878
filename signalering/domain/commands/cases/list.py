"""Which cases are asked for."""

from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class CaseFilter(StrEnum):
    """The queues. Every live case stands in one: somebody's own, or unowned."""

    OWN = "own"
    ALL = "all"
    UNOWNED = "unowned"
    CLOSED = "closed"


@dataclass(frozen=True)
class PageKey:
    """The last row of the page before; closed cases have no day."""

    deadline_on: date | None
    case_id: UUID

    def __str__(self) -> str:
        """As an address has it."""
        return f"{self.deadline_on.isoformat() if self.deadline_on else ''}_{self.case_id}"

    @classmethod
    def read(cls, text: str) -> "PageKey | None":
        """What `str` wrote; None for anything else, which begins at the first page."""
        day, _, case_id = text.partition("_")
        try:
            return cls(date.fromisoformat(day) if day else None, UUID(case_id))
        except ValueError:
            return None


@dataclass(frozen=True)
class Narrowing:
    """Of which codes alone; an empty one narrows nothing. Closed cases are never narrowed.

    `quiet` is a code of domain/quiet.py; `area` that of an initiative to which a referral runs.
    """

    state: str = ""
    due: str = ""
    quiet: str = ""
    area: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown."""
        return not any(astuple(self))


@dataclass(frozen=True)
class ListCases:
    """One page of a queue."""

    filter: CaseFilter = CaseFilter.OWN
    after: PageKey | None = None
    only: Narrowing = Narrowing()
