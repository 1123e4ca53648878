"""Which cases are asked for."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class ListCases:
    """One page of a queue."""

    filter: CaseFilter = CaseFilter.OWN
    after: PageKey | None = None
