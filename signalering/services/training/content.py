"""The course as this installation has it: its own files where there are any, else the packaged."""

from importlib.resources import files
from pathlib import Path

from signalering.domain.course import Chapter, Lesson
from signalering.domain.course_file import Fault, differences, read_lesson
from signalering.domain.errors import Misconfigured
from signalering.domain.languages import LANGUAGES
from signalering.domain.texts import N_
from signalering.services.network.write import translator

FOLDER = "training"
NOT_TEXT = Fault(1, N_("dit bestand is niet te lezen: bewaar het als tekst in UTF-8"))
NO_CHAPTER = Fault(1, N_("geen hoofdstuk heet zo: dit bestand leest niemand"))


def lesson(instance: Path, chapter: Chapter, language: str) -> Lesson:
    """A chapter. A file of one's own that can't be read raises Misconfigured with its name."""
    language = language if language in LANGUAGES else LANGUAGES[0]
    found, _ = _read(instance, chapter, language)
    if found is None:
        raise Misconfigured(_name(chapter, language), "chapter_shut")
    return found


def packaged(chapter: Chapter, language: str) -> Lesson:
    """A chapter as it was delivered, whatever this installation made of it."""
    found, _ = read_lesson(_packaged(chapter, language if language in LANGUAGES else LANGUAGES[0]))
    if found is None:
        raise Misconfigured(_name(chapter, language))
    return found


def check(instance: Path) -> tuple[tuple[str, Fault], ...]:
    """What is wrong with the course: file and line, in every language."""
    faults: list[tuple[str, Fault]] = []
    for chapter in Chapter:
        read: dict[str, Lesson] = {}
        for language in LANGUAGES:
            found, wrong = _read(instance, chapter, language)
            if found is not None:
                read[language] = found
            faults += [(_name(chapter, language), fault) for fault in wrong]
        if len(read) == len(LANGUAGES):
            # Told of the file that was changed; of the second where both were.
            own = [one for one in LANGUAGES if _is_own(instance, chapter, one)] or [*LANGUAGES]
            other = next(one for one in LANGUAGES if one != own[-1])
            apart = differences(read[own[-1]], read[other])
            faults += [(_name(chapter, own[-1]), fault) for fault in apart]
    return (*faults, *((name, NO_CHAPTER) for name in _strangers(instance)))


def faults(instance: Path) -> tuple[str, ...]:
    """The same as lines for a console: `training/nl/talk.toml, line 12: what`."""
    english = translator("en")
    return tuple(
        f"{name}, line {fault.line}: {fault.told(english)}" for name, fault in check(instance)
    )


def _read(
    instance: Path, chapter: Chapter, language: str
) -> tuple[Lesson | None, tuple[Fault, ...]]:
    try:
        if not _is_own(instance, chapter, language):
            return read_lesson(_packaged(chapter, language))
        # An editor may have put a mark of its own in front.
        return read_lesson((instance / _name(chapter, language)).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return None, (NOT_TEXT,)


def _name(chapter: Chapter, language: str) -> str:
    return f"{FOLDER}/{language}/{chapter}.toml"


def _is_own(instance: Path, chapter: Chapter, language: str) -> bool:
    return (instance / _name(chapter, language)).exists()


def _packaged(chapter: Chapter, language: str) -> str:
    found = files("signalering") / "data" / _name(chapter, language)
    return found.read_text(encoding="utf-8")


def _strangers(instance: Path) -> list[str]:
    ours = {_name(chapter, language) for chapter in Chapter for language in LANGUAGES}
    try:
        there = [str(path.relative_to(instance)) for path in instance.glob(f"{FOLDER}/**/*.toml")]
    except OSError:
        return []
    return sorted(set(there) - ours)
