"""Where the contracts look: the project's folders and the files that are, or would be, tracked."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "signalering"

# The rooms of the house: the same on every floor.
ROOMS = frozenset(
    {
        "signals",
        "cases",
        "referrals",
        "statistics",
        "directory",
        "partners",
        "accounts",
        "api",
        "keys",
        "training",
        "audit",
        "retention",
        "network",
        "public",
        "settings",
    }
)


def python_files(folder: Path) -> list[Path]:
    """All Python files under a folder, sorted, caches left out."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def tracked_files() -> list[Path]:
    """Every file that git tracks or would track: what an outsider gets to see."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return sorted({ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def texts(files: list[Path]) -> Iterator[tuple[Path, str]]:
    """Each file's text; pictures and other bytes that are no UTF-8 are passed over."""
    for path in files:
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def line_count(path: Path) -> int:
    """How many lines a text file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def shown(path: Path) -> str:
    """A path as messages name it: from the project's root."""
    return path.relative_to(ROOT).as_posix()
