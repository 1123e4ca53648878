"""The inbox: codes and days alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.commands.signals.inbox import InboxFilter, Place
from signalering.domain.states import SignalState


@dataclass(frozen=True)
class InboxRow:
    """One signal of a queue; `owner` is a colleague's name, or nothing."""

    signal_id: UUID
    reference: str
    state: SignalState
    deadline_on: date | None
    overdue: bool
    area: str
    age_band: str
    main_wish: str
    request: str
    contact_answer: str
    indicators: tuple[str, ...]
    owner: str
    # Of one's own queue alone: the reporter wrote something that was not opened yet.
    unread: bool
    # In hand for this owner, who is away.
    covered: bool = False


@dataclass(frozen=True)
class Inbox:
    """One page of a queue, with how many wait in each; `next` is None on the last page."""

    filter: InboxFilter
    rows: tuple[InboxRow, ...]
    counts: Mapping[InboxFilter, int]
    next: Place | None
