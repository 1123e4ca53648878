"""The packaged course: as long as it says, fair in its questions, and true about the program."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from signalering.domain.commands.signals.log import NOTE_LIMIT
from signalering.domain.course import COURSE, Block, Chapter, Lesson
from signalering.domain.help_lines import HelpLines
from signalering.domain.languages import LANGUAGES
from signalering.domain.periods import Periods
from signalering.privacy.guard import find
from signalering.services.references import ALPHABET
from signalering.services.training.content import lesson

# Plain text, read with care. To think about an exercise takes longer than to read it.
WORDS_A_MINUTE = 170
MINUTES_AN_EXERCISE = 2.0
MINUTES_A_QUESTION = 0.5

NOWHERE = Path("/nonexistent")

CHAPTERS = [(chapter, language) for chapter in Chapter for language in LANGUAGES]
each_chapter = pytest.mark.parametrize(("chapter", "language"), CHAPTERS)


def words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def texts_of(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks for text in (block.text, *block.points)]


def said(content: Lesson) -> list[str]:
    """All that somebody reads who answers well."""
    pages = [
        text
        for page in content.pages
        for text in (page.title, *texts_of((*page.blocks, *page.task, *page.answer)))
    ]
    asked = [
        text
        for question in content.questions
        for text in (
            question.ask,
            *(one.text for one in question.answers),
            *(one.feedback for one in question.answers if one.right),
        )
    ]
    return pages + asked


def minutes(content: Lesson) -> float:
    exercises = sum(bool(page.task) for page in content.pages)
    return (
        words(said(content)) / WORDS_A_MINUTE
        + exercises * MINUTES_AN_EXERCISE
        + len(content.questions) * MINUTES_A_QUESTION
    )


@each_chapter
def test_a_chapter_takes_about_as_long_as_it_says(chapter: Chapter, language: str) -> None:
    content = lesson(NOWHERE, chapter, language)
    assert content.minutes * 0.9 <= minutes(content) <= content.minutes * 1.15


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_course_takes_an_hour(language: str) -> None:
    assert 55 <= sum(lesson(NOWHERE, chapter, language).minutes for chapter in COURSE) <= 65


@each_chapter
def test_the_length_or_the_place_of_an_answer_passes_nobody(
    chapter: Chapter, language: str
) -> None:
    content = lesson(NOWHERE, chapter, language)
    ways = {
        "longest": [max(q.answers, key=lambda one: len(one.text)) for q in content.questions],
        "shortest": [min(q.answers, key=lambda one: len(one.text)) for q in content.questions],
        **{f"answer {n + 1}": [q.answers[n] for q in content.questions] for n in range(3)},
    }
    for way, chosen in ways.items():
        assert sum(one.right for one in chosen) <= len(content.questions) / 2, way


@each_chapter
def test_every_number_in_the_course_is_one_that_helps(chapter: Chapter, language: str) -> None:
    numbers = set(re.findall(r"0[89]00-\d{4}", "\n".join(said(lesson(NOWHERE, chapter, language)))))
    assert numbers <= set(vars(HelpLines()).values())


@pytest.mark.parametrize(
    ("language", "ten"), [("nl", "tien werkdagen"), ("en", "ten working days")]
)
def test_what_the_course_says_of_the_form_is_so(language: str, ten: str) -> None:
    text = "\n".join(said(lesson(NOWHERE, Chapter.SIGNAL, language)))
    assert re.findall(r"(\d+) (?:tekens|characters)", text) == [str(NOTE_LIMIT)]
    days = Periods()
    assert set(re.findall(r"(\d+) (?:dagen|days)", text)) == {str(days.card_days)}
    assert (days.triage_working_days, days.question_working_days) == (2, 10)
    assert ten in text
    (reference,) = re.findall(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", text)
    assert set(reference) <= set(ALPHABET) | {"-"}


def note_of(text: str) -> str:
    """What stands between the quotation marks, first."""
    return re.findall(r"[\"“](.+?)[\"”](?=\s|$)", text)[0]


def test_the_guard_does_what_the_course_says_of_its_example() -> None:
    content = lesson(NOWHERE, Chapter.SIGNAL, "nl")
    (page,) = [one for one in content.pages if one.title == "De notitie"]
    bad, good = (note_of(block.text) for block in (page.task[0], page.answer[0]))
    assert [one.replacement for one in find(bad)] == ["[naam]"]
    assert find(good) == ()
    (right,) = [one for one in content.questions[0].answers if one.right]
    assert find(right.text) == ()
