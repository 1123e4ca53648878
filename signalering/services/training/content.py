"""The course as this installation has it: its own files where there are any, else the packaged."""

from importlib.resources import files
from pathlib import Path

from signalering.domain.course import Chapter, Lesson
from signalering.domain.course_file import Fault, differences, read_lesson
from signalering.domain.errors import Misconfigured

LANGUAGES = ("nl", "en")


def lesson(instance: Path, chapter: Chapter, language: str) -> Lesson:
    """A chapter. A file of one's own that can't be read raises Misconfigured with its name."""
    language = language if language in LANGUAGES else LANGUAGES[0]
    found, _ = read_lesson(_text(instance, chapter, language))
    if found is None:
        raise Misconfigured(_own(instance, chapter, language).name)
    return found


def check(instance: Path) -> list[tuple[str, Fault]]:
    """What is wrong with the course: file and line, in every language."""
    faults: list[tuple[str, Fault]] = []
    for chapter in Chapter:
        read = {}
        for language in LANGUAGES:
            name = f"{language}/{chapter}.toml"
            try:
                read[language], wrong = read_lesson(_text(instance, chapter, language))
            except (OSError, UnicodeDecodeError):
                faults.append((name, Fault(1, "this file can't be read as UTF-8 text")))
                continue
            faults += [(name, fault) for fault in wrong]
        first, second = (read.get(language) for language in LANGUAGES)
        if first is not None and second is not None:
            apart = differences(first, second)
            faults += [(f"{LANGUAGES[1]}/{chapter}.toml", Fault(1, what)) for what in apart]
    return faults


def faults(instance: Path) -> tuple[str, ...]:
    """The same as lines to read: `nl/talk.toml, line 12: what`."""
    return tuple(f"{name}, line {fault.line}: {fault.what}" for name, fault in check(instance))


def _own(instance: Path, chapter: Chapter, language: str) -> Path:
    return instance / "training" / language / f"{chapter}.toml"


def _text(instance: Path, chapter: Chapter, language: str) -> str:
    own = _own(instance, chapter, language)
    if own.is_file():
        return own.read_text(encoding="utf-8")
    packaged = files("signalering") / "data" / "training" / language / f"{chapter}.toml"
    return packaged.read_text(encoding="utf-8")
