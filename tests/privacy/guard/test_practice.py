"""Practice notes by kind: what each rule was thought up for, and what stays free beside it."""

import re
from pathlib import Path

import pytest

from signalering.privacy.guard import find

PRACTICE = Path(__file__).parent / "practice"
# A line of the found ones: the kind, a bar, and a note with what must be found in brackets.
FOUND = (PRACTICE / "found.txt").read_text("utf-8").splitlines()
CLEAN = (PRACTICE / "clean.txt").read_text("utf-8").splitlines()
_MARKED = re.compile(r"\[\[(.*?)\]\]")


@pytest.mark.parametrize("line", FOUND)
def test_every_letter_of_what_is_marked_is_found_as_its_kind(line: str) -> None:
    kind, marked = line.split("|", 1)
    text, wanted = "", []
    for place, part in enumerate(_MARKED.split(marked)):
        if place % 2:
            wanted += range(len(text), len(text) + len(part))
        text += part
    found = {at for one in find(text) if one.kind == kind for at in range(one.start, one.end)}
    assert [at for at in wanted if text[at].isalnum() and at not in found] == []


@pytest.mark.parametrize("note", CLEAN)
def test_what_only_looks_like_it_stays_free(note: str) -> None:
    assert find(note) == ()
