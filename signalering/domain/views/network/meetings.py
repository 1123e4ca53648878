"""Meetings of the network as colleagues and organisations see them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in a list. Times are of the clock on the wall; `left` counts people's seats,

    None without a limit.
    """

    id: UUID
    title: str
    day: date
    starts_at: str
    ends_at: str
    place: str
    address: str
    cancelled: bool
    left: int | None
    sign_up_until: date
    has_notes: bool


@dataclass(frozen=True)
class MeetingsView:
    """What is to come, the nearest first, and what has been, the latest first."""

    coming: tuple[MeetingLine, ...]
    past: tuple[MeetingLine, ...]
    may_plan: bool


@dataclass(frozen=True)
class OwnAnswer:
    """What one organisation said: `people` is None without an answer, 0 for a no."""

    partner: str
    people: int | None
    contact_address: str


@dataclass(frozen=True)
class MeetingView:
    """One meeting, with the answer of whose it is to look; None for who has no organisation.

    While it is `open_for_answers` anything can be said; until its day, `open_for_less`, only that
    fewer people come.
    """

    line: MeetingLine
    agenda: str
    notes: str
    capacity: int | None
    taken: int
    version: int
    open_for_answers: bool
    open_for_less: bool
    begun: bool
    over: bool
    own: OwnAnswer | None = None
    may_plan: bool = False
