"""One's own training."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from signalering.domain.course import Chapter, Lesson


@dataclass(frozen=True)
class ChapterLine:
    """A chapter in the list, and whether it was passed. `shut`: its file can't be read now."""

    chapter: Chapter
    title: str
    minutes: int
    passed: bool
    shut: bool = False


@dataclass(frozen=True)
class SessionLine:
    """A planned training, at a partner or open to all. `mine`: this person signed up for it."""

    session_id: UUID
    day: date
    starts_at: str
    place: str
    trainer: str
    seats: int
    left: int
    partner: str = ""
    mine: bool = False


@dataclass(frozen=True)
class CourseView:
    """Where somebody stands."""

    chapters: tuple[ChapterLine, ...]
    refresher: ChapterLine | None
    certificate_id: UUID | None
    valid_until: date | None
    in_grace: bool
    ends_soon: bool
    closes_on: date | None
    sessions: tuple[SessionLine, ...]
    asked: bool


@dataclass(frozen=True)
class ExamResult:
    """What came of the questions: per question whether it was right."""

    lesson: Lesson
    chosen: tuple[int, ...]
    right: tuple[bool, ...]
    passed: bool
    certified: bool


@dataclass(frozen=True)
class CertificateView:
    """What stands on the paper."""

    name: str
    way: str
    trainer: str
    trained_in: date
    valid_until: date
    partner: str = ""
