"""What documents of the project name: files and tests, in backticks."""

import re
from pathlib import Path

from tests.contracts.tree import PACKAGE, ROOT

_NAMED = re.compile(r"`([\w./-]+\.[a-z]+|deploy/Caddyfile|Makefile)(?:::(\w+))?`")


def named(text: str) -> list[tuple[str, str]]:
    """Each file that the text names, with the test in it where one is named."""
    return [(found[1], found[2] or "") for found in _NAMED.finditer(text)]


def place_of(name: str) -> Path | None:
    """The file of this name, from the root or from the package."""
    return next((path for path in (ROOT / name, PACKAGE / name) if path.is_file()), None)


def lacking(text: str) -> list[str]:
    """What the text names and isn't there."""
    missing = []
    for name, test in named(text):
        place = place_of(name)
        if place is None or (test and f"def {test}(" not in place.read_text("utf-8")):
            missing.append(f"{name}::{test}" if test else name)
    return missing
