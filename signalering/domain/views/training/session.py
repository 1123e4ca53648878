"""A training in a classroom, for who organises it."""

from dataclasses import dataclass
from uuid import UUID

from signalering.domain.course_file import Fault
from signalering.domain.views.training.course import SessionLine


@dataclass(frozen=True)
class Attendee:
    """Somebody who signed up, asked for a training, or may come along."""

    account_id: UUID
    name: str
    partner: str


@dataclass(frozen=True)
class SessionView:
    """The training with its list. `others` may have come all the same."""

    line: SessionLine
    attendees: tuple[Attendee, ...]
    may_hold: bool
    others: tuple[Attendee, ...] = ()


@dataclass(frozen=True)
class SessionsView:
    """What is planned, and who would like a training."""

    sessions: tuple[SessionLine, ...]
    requests: tuple[Attendee, ...]
    # What is wrong with the course's own files: the file, and the fault with its line.
    faults: tuple[tuple[str, Fault], ...] = ()
    # The same of the public site, whose pages the administrator looks after too.
    site_faults: tuple[tuple[str, Fault], ...] = ()


@dataclass(frozen=True)
class GroupResult:
    """What came of a list: how many were recorded, and the lines that were not.

    `left_over` can be mended, each with why; `has_longer` needs nothing.
    """

    recorded: int
    left_over: tuple[tuple[str, str], ...]
    has_longer: tuple[str, ...] = ()
