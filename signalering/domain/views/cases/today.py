"""The day of a coordinator: who and what asks for something, the most pressing first."""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from uuid import UUID

from signalering.domain.views.cases.show import NextStep
from signalering.domain.views.retention.leaving import Leaving


class Rank(IntEnum):
    """In what order things stand in the day's list."""

    APPOINTMENT = 0
    CALL = 1
    ANSWER = 2
    OVERDUE = 3
    DUE = 4
    LATER = 5


@dataclass(frozen=True)
class TodayCase:
    """One resident, with all that the day asks. `name` is empty where no details are known."""

    rank: Rank
    case_id: UUID
    reference: str
    version: int
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    best_moment: str = field(default="", repr=False)
    steps: tuple[NextStep, ...] = ()
    # The one of them for which one calls now, wherever it stands.
    call: NextStep | None = None
    # What a resident, or an initiative, let know and nobody has taken in yet.
    resident_wrote: bool = False
    initiative_answered: bool = False
    reporter_wrote: bool = False
    # A colleague gave it, and its keeper has not opened it since.
    handed_over: bool = False
    # The colleague for whom one works here, or nothing.
    on_behalf_of: str = ""


@dataclass(frozen=True)
class TodaySignal:
    """A signal in hand that asks for something."""

    rank: Rank
    signal_id: UUID
    reference: str
    due: date | None
    overdue: bool
    unread: bool
    on_behalf_of: str = ""


@dataclass(frozen=True)
class WaitingDetails:
    """Contact details that nobody has opened yet: how long they lie there, and their last day."""

    signal_id: UUID
    reference: str
    days: int
    lapses_on: date
    # How many of the days on which to warn have gone by.
    warnings: int


@dataclass(frozen=True)
class Today:
    """The whole list. `more`: how many cases it leaves out."""

    part_of_day: str
    cases: tuple[TodayCase, ...]
    signals: tuple[TodaySignal, ...]
    details: tuple[WaitingDetails, ...]
    new_signals: int
    late_signals: int
    more: bool
    opens: bool = True
    # Noticed to be erased: with a word of whoever keeps it, it can be held.
    leaving: Leaving = field(default_factory=Leaving)
