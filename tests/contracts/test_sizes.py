"""Files stay small enough to be read in one sitting."""

from collections.abc import Iterable
from pathlib import Path

from tests.contracts.tree import PACKAGE, ROOT, line_count, python_files, shown

LONGEST = 400
MOST_UNDER = 200
HALF_UNDER = 70


def share_under(limit: int, files: list[Path]) -> float:
    """The share of files with fewer lines than the limit, between 0 and 1."""
    return sum(line_count(path) < limit for path in files) / len(files)


def too_long(files: Iterable[Path]) -> list[str]:
    """Files of more lines than any file may have, with their length."""
    return [f"{shown(path)}: {line_count(path)}" for path in files if line_count(path) > LONGEST]


def test_half_of_the_program_is_in_short_files() -> None:
    assert share_under(HALF_UNDER, python_files(PACKAGE)) >= 0.5


def test_nine_in_ten_files_fit_on_a_few_screens() -> None:
    assert share_under(MOST_UNDER, python_files(PACKAGE)) >= 0.9


def test_no_file_is_long() -> None:
    python = [path for part in ("signalering", "tests") for path in python_files(ROOT / part)]
    styles = (PACKAGE / "static").rglob("*.css")
    pages = (PACKAGE / "templates").rglob("*.html")
    assert too_long([*python, *styles, *pages]) == []
