"""A test that the documentation names is there."""

from pathlib import Path

import pytest

from tests.contracts.papers import lacking, named
from tests.contracts.tree import ROOT


def names_a_test(page: Path) -> bool:
    return any(name.startswith("tests/") for name, _ in named(page.read_text("utf-8")))


PAGES = sorted(page for page in (ROOT / "docs").rglob("*.md") if names_a_test(page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_it_is_there(page: Path) -> None:
    missing = lacking(page.read_text("utf-8"))
    assert [name for name in missing if name.startswith("tests/")] == []


def test_some_are_named() -> None:
    assert ROOT / "docs" / "resilience.md" in PAGES
