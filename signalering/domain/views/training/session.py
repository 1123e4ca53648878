"""A training in a classroom, for who organises it."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.views.training.course import SessionLine


@dataclass(frozen=True)
class Attendee:
    """Somebody who signed up."""

    account_id: UUID
    name: str
    partner: str


@dataclass(frozen=True)
class SessionView:
    """The training with its list."""

    line: SessionLine
    attendees: tuple[Attendee, ...]
    may_hold: bool


@dataclass(frozen=True)
class SessionsView:
    """What is planned, and who would like a training."""

    sessions: tuple[SessionLine, ...]
    requests: tuple[Attendee, ...]
    # What is wrong with the course's own files: the file, the line, and what.
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroupResult:
    """What came of a list: how many were recorded, and the lines that were not, with why."""

    recorded: int
    left_over: tuple[tuple[str, str], ...]
