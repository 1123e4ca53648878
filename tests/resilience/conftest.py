"""How often each fault comes, and the table of what came of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.fault_table import HEAD, TAIL, Table

@pytest.fixture(scope="session")
def rounds() -> int:
    """How often each fault comes."""
    return int(os.environ.get("SIGNALERING_ROUNDS", "2"))


@pytest.fixture(scope="session")
def table() -> Iterator[Table]:
    """Written when all is done."""
    made = Table()
    yield made
    if where := os.environ.get("SIGNALERING_RESILIENCE"):
        Path(where).write_text(HEAD + "".join(made.lines) + TAIL, "utf-8")
