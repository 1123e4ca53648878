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
    # The Monday of the week in which something was last written; None where nobody knows.
    active_on: date | None = None


@dataclass(frozen=True)
class CasePage:
    """Rows, and where the next page begins; None on the last.

    How many stand in each queue, and how many are left of this one when it is narrowed: both are
    counted no further than the service's MOST.
    """

    filter: CaseFilter
    rows: tuple[CaseRow, ...]
    counts: Mapping[CaseFilter, int]
    left: int | None = None
    after: PageKey | None = None
