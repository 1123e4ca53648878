"""The course's own files: a fault is told with its place, and shuts its own chapter alone."""

from importlib.resources import files
from pathlib import Path

import pytest
from kit.town import Town

from signalering.domain.course import COURSE, Chapter
from signalering.domain.errors import (
    Misconfigured,
)
from signalering.services.training.content import check, faults, lesson
from signalering.services.training.course import course
from signalering.services.training.sessions import sessions


def own_file(instance: Path, name: str, content: bytes) -> None:
    path = instance / "training" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_the_packaged_course_is_in_order_and_an_own_file_counts(tmp_path: Path) -> None:
    assert check(tmp_path) == ()
    own = tmp_path / "training" / "nl" / "talk.toml"
    own.parent.mkdir(parents=True)
    own.write_text('title = "Ons gesprek', encoding="utf-8")
    ((name, fault), *_) = check(tmp_path)
    assert (name, fault.line) == ("training/nl/talk.toml", 1)
    with pytest.raises(Misconfigured):
        lesson(tmp_path, Chapter.TALK, "nl")
    assert lesson(tmp_path, Chapter.SIGNAL, "nl").questions
    packaged = lesson(tmp_path, Chapter.TALK, "en")
    assert packaged.title == "The conversation"


def test_a_fault_in_the_own_files_is_told_to_who_organises(file_town: Town) -> None:
    instance = file_town.house.settings.instance
    own_file(instance, "nl/talk.toml", b"title = \n")
    with file_town.work("administrator", writes=False) as work:
        ((name, fault),) = sessions(work).faults
    assert (name, fault.line) == ("training/nl/talk.toml", 1)
    (line,) = faults(instance)
    assert line.startswith("training/nl/talk.toml, line 1: this line can't be read")


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe", b"page = [1]", b""])
def test_one_bad_file_shuts_its_own_chapter_alone(file_town: Town, content: bytes) -> None:
    instance = file_town.house.settings.instance
    own_file(instance, "nl/talk.toml", content)
    assert {name for name, _ in check(instance)} == {"training/nl/talk.toml"}
    with pytest.raises(Misconfigured):
        lesson(instance, Chapter.TALK, "nl")
    with file_town.work("untrained", writes=False) as work:
        shut = {line.chapter: line.shut for line in course(work, "nl").chapters}
        assert shut == {chapter: chapter is Chapter.TALK for chapter in COURSE}
        assert not any(line.shut for line in course(work, "en").chapters)


def test_a_file_that_no_chapter_is_called_after_is_told(tmp_path: Path) -> None:
    own_file(tmp_path, "nl/gesprek.toml", b"")
    own_file(tmp_path, "de/talk.toml", b"")
    names = [name for name, _ in check(tmp_path)]
    assert names == ["training/de/talk.toml", "training/nl/gesprek.toml"]


def test_the_mark_that_an_editor_puts_in_front_does_no_harm(tmp_path: Path) -> None:
    packed = files("signalering").joinpath("data/training/nl/talk.toml").read_bytes()
    own_file(tmp_path, "nl/talk.toml", b"\xef\xbb\xbf" + packed)
    assert check(tmp_path) == ()


def test_where_languages_differ_the_changed_file_is_named(tmp_path: Path) -> None:
    packed = files("signalering").joinpath("data/training/nl/talk.toml").read_text("utf-8")
    own_file(tmp_path, "nl/talk.toml", packed.replace("pass = ", "pass = 1 # ", 1).encode())
    ((name, fault),) = check(tmp_path)
    assert (name, "`pass`" in fault.what) == ("training/nl/talk.toml", True)
