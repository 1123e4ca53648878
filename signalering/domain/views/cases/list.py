"""A page of cases."""

from collections.abc import Mapping
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
    # Of the resident or of an initiative, not taken in yet, or given by a colleague.
    news: bool = False
    # In hand for this owner, who is away.
    covered: bool = False
    version: int = 0


@dataclass(frozen=True)
class CasePage:
    """Rows, and where the next page begins; None on the last."""

    filter: CaseFilter
    rows: tuple[CaseRow, ...]
    after: PageKey | None = None
    # How many stand in each queue of live cases, up to `MOST`.
    counts: Mapping[CaseFilter, int] = field(default_factory=dict)
