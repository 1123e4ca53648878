"""docs/logs.md tells of every event that the log can have, of no other, and of files that exist."""

import re

from signalering.web.logs import EVENTS
from tests.contracts.papers import lacking
from tests.contracts.tree import ROOT

TEXT = (ROOT / "docs" / "logs.md").read_text("utf-8")


def test_every_event_has_its_line() -> None:
    told = re.findall(r"^\| `(\w+)` \| (?:info|warning|error) \|", TEXT, re.MULTILINE)
    assert len(told) == len(set(told))
    assert set(told) == EVENTS


def test_what_it_names_is_there() -> None:
    assert lacking(TEXT) == []
