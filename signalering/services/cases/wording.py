"""The wording of the scale that this installation was given, if it was."""

from pathlib import Path

from signalering.domain.views.cases.measure import QuestionsView
from signalering.domain.wording_file import Wording, read_wording
from signalering.services.work import Work

FILES = ("djg6.json", "djg6.toml")
LARGEST = 64 * 1024


def questions(work: Work) -> QuestionsView:
    """What can be asked here. A file that is refused counts as none, and the page says so."""
    found, faults = check(work.settings.instance)
    return QuestionsView(found, refused=bool(faults))


def check(instance: Path) -> tuple[Wording | None, tuple[str, ...]]:
    """The wording, or what is wrong with it, file by file; neither where there is no file."""
    there = [path for name in FILES if (path := instance / "measures" / name).is_file()]
    if len(there) > 1:
        return None, (f"there are {' and '.join(FILES)}: keep one of them",)
    for path in there:
        found, faults = _read(path)
        return found, tuple(f"{path.name}: {what}" for what in faults)
    return None, ()


def _read(path: Path) -> tuple[Wording | None, tuple[str, ...]]:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None, ("this file can't be read as UTF-8 text",)
    if len(raw) > LARGEST:
        return None, (f"this file is larger than {LARGEST // 1024} kB",)
    return read_wording(text, path.suffix.removeprefix("."))
