"""Who is away and who stands in: names of colleagues and days, nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Colleague:
    """Somebody to whom work can go; `away_until` while another works for them."""

    id: UUID
    name: str
    away_until: date | None = None


@dataclass(frozen=True)
class CoverLine:
    """One cover that runs today or is to come."""

    id: UUID
    version: int
    account: str
    by_id: UUID
    by: str
    from_on: date
    until_on: date
    runs: bool
    # Who stands in is away on one of these days: the cover doesn't pass on.
    by_is_away: bool
    # Who stands in can open nothing by now: no key, or no coordinator any more.
    by_is_unable: bool


@dataclass(frozen=True)
class CoverView:
    """The covers, and whom can be chosen: who may be away, and who can stand in."""

    lines: tuple[CoverLine, ...]
    coordinators: tuple[tuple[UUID, str], ...]
    able: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class CoverNote:
    """What covers mean for whoever looks: for whom one works, and who works for oneself."""

    covers: tuple[tuple[str, date], ...] = ()
    covered_by: str = ""
    covered_until: date | None = None
