"""A case as its page shows it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from signalering.domain.views.cases.measured import Measured
from signalering.domain.views.cases.rights import RightsView
from signalering.domain.views.cases.tasks import TaskView
from signalering.domain.views.referrals.advance import ReferralView
from signalering.domain.views.referrals.answer import AnswerView
from signalering.domain.views.retention.hold import HeldView
from signalering.domain.views.signals.reply import Message


@dataclass(frozen=True)
class TimelineEntry:
    """One entry; which fields are filled depends on its kind. Codes, but for `text`."""

    number: int
    kind: str
    at: datetime
    author: str
    text: str = field(default="", repr=False)
    said: str = ""
    said_on: date | None = None
    sent_by: str = ""
    along: str = field(default="", repr=False)
    shared: tuple[str, ...] = ()
    corrects: int | None = None
    channel: str = ""
    result: str = ""
    part_of_day: str = ""
    scope: str = ""
    way: str = ""
    given: bool = True
    initiative: str = ""
    from_state: str = ""
    to_state: str = ""
    reason: str = ""
    attendance: str = ""
    outcome: str = ""
    loneliness: str = ""
    until: str = ""
    registered_in: str = ""
    area: str = ""
    age_band: str = ""
    reporter_group: str = ""
    measure: Measured | None = None
    # Who got the case.
    receiver: str = ""
    # What was planned, moved, ended or fell away with this entry.
    tasks: tuple[TaskView, ...] = ()
    how: str = ""
    replaces: int | None = None
    line: str = ""
    card_left: str = ""
    # Entries that put this one right, by number.
    corrected_by: tuple[int, ...] = ()
    day: date | None = None
    # Of a request of the resident: what, since when; of its answer: to which entry, and what.
    right: str = ""
    received: date | None = None
    request: int | None = None
    answer: str = ""
    # Of a restriction: whether it began.
    on: bool = False


@dataclass(frozen=True, repr=False)
class ContactView:
    """How the resident can be reached."""

    name: str
    phone: str
    email: str
    address: str
    best_moment: str


@dataclass(frozen=True)
class ConsentView:
    """A consent in force; `initiative` only with sharing."""

    scope: str
    way: str
    text_version: str
    day: date
    initiative_id: UUID | None = None
    initiative: str = ""


@dataclass(frozen=True)
class NextStep:
    """Something to do; `code` says what, the rest by when, how and with whom."""

    code: str
    due: date | None = None
    overdue: bool = False
    channel: str = ""
    part_of_day: str = ""
    initiative: str = ""
    referral_id: UUID | None = None
    # Of a measure: how long after the start of support; 0 for the start.
    months: int | None = None
    task: TaskView | None = None
    # Of a request: its entry, and what was asked.
    number: int | None = None
    right: str = ""


@dataclass(frozen=True)
class CaseHead:
    """What the clear columns say: for pages that read no words."""

    id: UUID
    reference: str
    version: int
    state: str
    owner: str
    # In the hands of whoever looks, be it for a colleague who is away.
    is_own: bool
    # There was a conversation: the resident can be referred and measured.
    conversing: bool = False
    deadline_on: date | None = None
    deadline_kind: str | None = None
    paused_until: date | None = None
    pause_reason: str | None = None
    erase_after: date | None = None
    moves: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    may_take: bool = False
    may_reopen: bool = False
    covered: bool = False


@dataclass(frozen=True)
class CaseView:
    """Everything of a case; whoever has it has been written down as its reader."""

    head: CaseHead
    signal_id: UUID
    next_steps: tuple[NextStep, ...]
    timeline: tuple[TimelineEntry, ...]
    contact: ContactView | None
    contact_withdrawn: bool
    # What the resident did with the card, to be taken in by whoever keeps the case.
    news: str
    consents: tuple[ConsentView, ...]
    referrals: tuple[ReferralView, ...]
    # What initiatives answered, to be taken in by whoever keeps the case.
    answers: tuple[AnswerView, ...]
    assessed: bool
    measures: tuple[Measured, ...] = ()
    # Given by a colleague, and not opened by its keeper before.
    handed_over: TimelineEntry | None = None
    # What is planned and open, by day and time.
    tasks: tuple[TaskView, ...] = ()
    # Between the keeper and the reporter since the case began.
    messages: tuple[Message, ...] = field(default=(), repr=False)
    may_ask: bool = False
    # Nobody could be reached: a card may be left behind.
    offers_card: bool = False
    rights: RightsView = field(default_factory=RightsView)
    # Kept past its term for a while, and why.
    held: HeldView | None = None
