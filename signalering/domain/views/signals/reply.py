"""One's own signal with what was written about it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from signalering.domain.states import FeedbackLine, ReporterStatus


class MessageKind(StrEnum):
    """What somebody wrote in a thread, and how it was meant."""

    MESSAGE = "message"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True)
class Message:
    """One message between coordinators and reporter; `author` is empty for the reporter's own."""

    kind: MessageKind
    text: str = field(repr=False)
    at: datetime
    from_reporter: bool
    author: str = ""


@dataclass(frozen=True)
class OwnThread:
    """What shows by now, and whether one can write."""

    signal_id: UUID
    reference: str
    registered_on: date
    status: ReporterStatus
    line: FeedbackLine | None
    note: str = field(repr=False)
    messages: tuple[Message, ...]
    is_asked: bool
    answer_by: date | None
    can_write: bool
