"""A signal as a coordinator reads it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from signalering.domain.states import FeedbackLine, NotSuitableReason, SignalEnding, SignalState
from signalering.domain.views.signals.reply import Message


@dataclass(frozen=True)
class Reporter:
    """Who logged it, with the organisation it was for; nothing where it has none."""

    name: str
    partner: str


@dataclass(frozen=True)
class Remark:
    """What a coordinator wrote for the others."""

    number: int
    text: str = field(repr=False)
    author: str
    at: datetime


@dataclass(frozen=True)
class Ended:
    """One end of the signal's triage; a reopened signal may have several."""

    ending: SignalEnding
    reason: NotSuitableReason | None
    author: str
    at: datetime


@dataclass(frozen=True)
class Reopened:
    """Why and by whom it was taken up again."""

    reason: str
    author: str
    at: datetime


@dataclass(frozen=True)
class WaitingDetails:
    """Which kinds of contact details lie sealed, and until when; none once a yes was taken back."""

    phone: bool
    email: bool
    address: bool
    lapses_on: date | None
    taken_back: bool = False


@dataclass(frozen=True)
class SimilarSignal:
    """Same area and age band, within four weeks: perhaps the same person."""

    signal_id: UUID
    reference: str
    registered_on: date
    # Of a finished one only the month is known without opening it: then this is its first day.
    by_month: bool
    state: SignalState


@dataclass(frozen=True)
class Duplicate:
    """A signal about the same person; `repeats` when this one is the repetition."""

    signal_id: UUID
    reference: str
    repeats: bool


@dataclass(frozen=True)
class Codes:
    """All that was ticked."""

    area: str
    age_band: str
    lives_with: str
    duration: str
    loneliness: str
    main_wish: str
    further_wishes: tuple[str, ...]
    talked_about: str | None
    request: str
    contact_answer: str
    indicators: tuple[str, ...]
    reporter_group: str


@dataclass(frozen=True)
class Allowed:
    """What the one who reads may do with it now."""

    take: bool
    keep: bool
    reopen: bool
    # Only in hand and not waiting: what ends triage, and the card's turn.
    triage: bool = False
    wait: bool = False
    ask_both: bool = False
    resume: bool = False
    add_details: bool = False
    bring_details: bool = False


@dataclass(frozen=True)
class SignalRecord:
    """Codes, words, and what belongs to it. `case_id` is what came of it, from inside the seal."""

    signal_id: UUID
    reference: str
    state: SignalState
    registered_on: date
    deadline_on: date | None
    overdue: bool
    owner: str
    # In hand for this owner, who is away.
    covered: bool
    codes: Codes
    note: str = field(repr=False)
    messages: tuple[Message, ...]
    # Signals that were closed as repeating this one, and what this one repeats.
    duplicates: tuple[Duplicate, ...]
    reporter: Reporter
    remarks: tuple[Remark, ...]
    history: tuple[Ended | Reopened, ...]
    line: FeedbackLine | None
    details: WaitingDetails | None
    card_until: date | None
    similar: tuple[SimilarSignal, ...]
    case_id: UUID | None
    allowed: Allowed
