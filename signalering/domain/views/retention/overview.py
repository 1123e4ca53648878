"""The room of retention on one page: what is kept how long, what goes, what is held, what went."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Decision:
    """A term that was decided on, by whom and why; who and since when is empty of a first value."""

    kept: str
    keep_for: str
    number: int = 0
    since: date | None = None
    reason: str = ""
    why_longer: str = ""
    by: str = ""
    # Closed cases have it: until a coordinator has been in, they don't.
    applied: bool = True


@dataclass(frozen=True)
class Going:
    """So many of a kind that go from a day on."""

    kind: str
    erased_from: date
    count: int


@dataclass(frozen=True)
class Held:
    """One thing that is held."""

    id: UUID
    kind: str
    reference: str
    reason: str
    until: date


@dataclass(frozen=True)
class Run:
    """One run, and how much it erased."""

    id: UUID
    began_on: date
    ended_on: date | None
    way: str
    count: int
    signed: bool


@dataclass(frozen=True)
class Overview:
    """All of it. The counts are of what no date is known of: it waits for somebody."""

    terms: tuple[Decision, ...]
    history: tuple[Decision, ...]
    going: tuple[Going, ...]
    held: tuple[Held, ...]
    runs: tuple[Run, ...]
    # Cases that lie still because their resident asked for it.
    restricted: int
    # Signals past their term whose case still exists, or whose keeper has not looked since.
    with_case: int
    # Signals past their term that somebody has still to finish.
    unfinished: int
    # Cases wait for a coordinator to be in: a term got longer.
    cases_wait: bool
    # Whether who looks decides here, or only reads.
    may_change: bool
