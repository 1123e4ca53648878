"""A page of cases."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from signalering.domain.commands.cases.list import CaseFilter, PageKey


@dataclass(frozen=True)
class CaseRow:
    """One case in a list. `name` is empty where there are no contact details."""

    id: UUID
    reference: str
    state: str
    owner: str
    name: str = field(repr=False)
    deadline_on: date | None = None
    deadline_kind: str | None = None
    paused_until: date | None = None
    overdue: bool = False
    # Of the resident or of an initiative, not taken in yet.
    news: bool = False


@dataclass(frozen=True)
class CasePage:
    """Rows, and where the next page begins; None on the last."""

    filter: CaseFilter
    rows: tuple[CaseRow, ...]
    after: PageKey | None = None
