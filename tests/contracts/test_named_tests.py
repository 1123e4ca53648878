"""A test that the documentation names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
PAGES = sorted(
    page for page in (ROOT / "docs").rglob("*.md") if NAMED.search(page.read_text("utf-8"))
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_it_is_there(page: Path) -> None:
    lacking = []
    for file, name in NAMED.findall(page.read_text("utf-8")):
        path = ROOT / file
        if not path.is_file() or (name and f"\ndef {name}(" not in path.read_text("utf-8")):
            lacking.append((file, name))
    assert not lacking


def test_some_are_named() -> None:
    assert ROOT / "docs" / "resilience.md" in PAGES
