"""The course: what a lesson is made of, and when its questions are answered well enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from signalering.domain.periods import Periods


class Chapter(StrEnum):
    """The four parts of the course, and the refresher for who followed it before."""

    RECOGNISE = "recognise"
    TALK = "talk"
    SIGNAL = "signal"
    PRIVACY = "privacy"
    REFRESHER = "refresher"


COURSE: tuple[Chapter, ...] = (
    Chapter.RECOGNISE,
    Chapter.TALK,
    Chapter.SIGNAL,
    Chapter.PRIVACY,
)


@dataclass(frozen=True)
class Block:
    """A paragraph, or a list when it has points."""

    text: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class LessonPage:
    """One page to read; with an exercise there is something to think about, and what we think."""

    title: str
    blocks: tuple[Block, ...]
    task: tuple[Block, ...] = ()
    answer: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Option:
    """An answer to choose, and what is said to who chose it."""

    text: str
    feedback: str
    right: bool


@dataclass(frozen=True)
class Question:
    """One question; exactly one answer is right."""

    ask: str
    answers: tuple[Option, ...]


@dataclass(frozen=True)
class Lesson:
    """A chapter. `minutes` is how long it takes, `needed` how many right answers pass it."""

    title: str
    minutes: int
    needed: int
    pages: tuple[LessonPage, ...]
    questions: tuple[Question, ...]
    sources: tuple[str, ...] = ()


def right_answers(lesson: Lesson, chosen: Sequence[int]) -> tuple[bool, ...]:
    """For each question whether the chosen place is the right one.

    Raises ValueError when there are more or fewer, or a place that no answer has.
    """
    pairs = list(zip(lesson.questions, chosen, strict=True))
    if any(not 0 <= place < len(question.answers) for question, place in pairs):
        raise ValueError("no answer stands there")
    return tuple(question.answers[place].right for question, place in pairs)


def in_grace(valid_until: date | None, periods: Periods, today: date) -> bool:
    """Whether a training has ended and the form is open for a while yet."""
    if valid_until is None:
        return False
    return valid_until < today <= valid_until + periods.training_grace


def reminders_due(valid_until: date, periods: Periods, today: date) -> int:
    """How many of the moments to tell of its end have come: before it, and on the day after."""
    before = (timedelta(days=days) for days in periods.training_reminder_days)
    return sum(valid_until <= today + ahead for ahead in before) + (valid_until < today)


def ends_soon(valid_until: date | None, periods: Periods, today: date) -> bool:
    """Whether a training is valid yet, and no longer than the first reminder looks ahead."""
    ahead = timedelta(days=max(periods.training_reminder_days))
    return valid_until is not None and today <= valid_until <= today + ahead


def may_refresh(valid_until: date | None, periods: Periods, today: date) -> bool:
    """Whether ten minutes are enough: as long as the training counts, grace included."""
    return valid_until is not None and today <= valid_until + periods.training_grace
