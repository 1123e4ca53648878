"""The course's files: what they may look like, and how plainly it is said when they don't."""

from datetime import date, timedelta

import pytest

from signalering.domain.course import (
    COURSE,
    Chapter,
    in_grace,
    may_refresh,
    reminders_due,
    right_answers,
)
from signalering.domain.course_file import blocks_of, differences, read_lesson
from signalering.domain.periods import Periods

GOOD = """title = "Kort"
minutes = 5
pass = 1

[[page]]
title = "Een"
text = "Tekst."

[[question]]
ask = "Klopt dit?"
[[question.answer]]
text = "Ja"
right = true
feedback = "Goed zo."
[[question.answer]]
text = "Nee"
feedback = "Lees het nog eens."
"""
ENDED = date(2026, 10, 31)


def test_a_good_file_is_read() -> None:
    lesson, faults = read_lesson(GOOD)
    assert faults == ()
    assert lesson is not None
    assert (lesson.title, lesson.minutes, lesson.needed) == ("Kort", 5, 1)
    assert right_answers(lesson, [0]) == (True,)
    assert right_answers(lesson, [1]) == (False,)
    for wrong in ([], [0, 0], [2], [-1]):
        with pytest.raises(ValueError, match=r"argument|answer"):
            right_answers(lesson, wrong)


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ('title = "Kort"', 'title = "Kort', 1, "aanhalingstekens"),
        ('title = "Kort"', "", 1, "title"),
        ("minutes = 5", 'minutes = "vijf"', 1, "heel getal"),
        ("pass = 1", "pass = 2", 1, "er zijn 1 vragen"),
        ("right = true\n", "", 9, "geen antwoord is goed"),
        ('text = "Nee"', 'text = "Nee"\nright = true', 9, "meer dan één"),
        ("right = true", 'right = "ja"', 9, "zonder aanhalingstekens"),
        ('feedback = "Lees het nog eens."', "", 9, "feedback"),
        ('text = "Tekst."', "", 5, "text"),
        ("[[page]]", "[[paginas]]", 1, "[[page]]"),
        ('text = "Tekst."', 'text = "Tekst."\ntask = "Denk na."', 5, "answer"),
        ("pass = 1", "pass = 1\nsources = 3", 1, "sources"),
        ("[[page]]", 'page = ["Een", {title = "Een", text = "Tekst."}]\n[x]', 1, "[[page]]"),
        ("[[page]]", "page = [1]\n[x]", 1, "[[page]]"),
        (GOOD, "a = " + "[" * 5000, 1, "aanhalingstekens"),
        (GOOD, "", 1, "title"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, line: int, word: str) -> None:
    found, faults = read_lesson(GOOD.replace(old, new, 1))
    assert found is None
    assert any(fault.line == line and word in fault.told(str) for fault in faults), faults


def test_two_languages_go_together() -> None:
    one, _ = read_lesson(GOOD)
    assert one is not None
    swapped = GOOD.replace("right = true\n", "").replace('"Nee"', '"Nee"\nright = true')
    other, _ = read_lesson(swapped)
    more, _ = read_lesson(GOOD + GOOD[GOOD.index("[[question]]") :])
    assert other is not None
    assert more is not None
    assert differences(one, one) == ()
    assert "ander antwoord" in differences(one, other)[0].told(str)
    assert differences(one, more)[0].told(str) == "vragen hier: 1, in de andere taal: 2"


def test_paragraphs_and_lists() -> None:
    blocks = blocks_of("Een\nregel.\n\nEen lijst:\n- a\n- b\n\nSlot.")
    assert [block.text for block in blocks] == ["Een regel.", "Een lijst:", "", "Slot."]
    assert blocks[2].points == ("a", "b")


@pytest.mark.parametrize(
    ("days", "grace", "refresh"),
    [(0, False, True), (1, True, True), (60, True, True), (61, False, False)],
)
def test_sixty_days_of_grace(days: int, grace: bool, refresh: bool) -> None:
    today = ENDED + timedelta(days=days)
    assert in_grace(ENDED, Periods(), today) is grace
    assert may_refresh(ENDED, Periods(), today) is refresh
    assert not in_grace(None, Periods(), today)
    assert not may_refresh(None, Periods(), today)


def test_the_course_is_all_but_the_refresher() -> None:
    assert {*COURSE, Chapter.REFRESHER} == set(Chapter)


@pytest.mark.parametrize(
    ("step", "due"),
    [(-61, 0), (-60, 1), (-15, 1), (-14, 2), (0, 2), (1, 3), (400, 3)],
)
def test_moments_to_tell_of_the_end_that_have_come(step: int, due: int) -> None:
    assert reminders_due(ENDED, Periods(), ENDED + timedelta(days=step)) == due
