"""The tree speaks of what it is: not of where, by what or on whose behalf it was made.

The patterns are written so that none of them matches its own source.
"""

import re

import pytest

from tests.contracts.tree import shown, texts, tracked_files

FORBIDDEN: dict[str, str] = {
    "hosts of package registries": r"pypi[.]org|python[h]osted|npm[j]s[.]|deb[.]debian[.]",
    "paths of one machine": r"(?<![\w.)\]-])/(?:work|tmp|root|home/\w+)/",
    "numbers of tickets": r"(?i)\bissues?\s+(?:#|no[.] ?)?\d",
    "things left to do": r"\b(?:TO[D]O|FIX[M]E|X[X]X)\b|NotImplemented[E]rror",
    "silenced checks": r"type:\s*ignor[e]|#\s*no(?:qa|sec)\b|\bpragma: no [c]over",
    "tests that prove nothing": r"mark[.](?:xfai[l]|ski[p]\b)|unittest[.]moc[k]|Magic[M]ock",
}


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_tracked_file_holds(kind: str) -> None:
    pattern = re.compile(FORBIDDEN[kind])
    found = [
        f"{shown(path)}:{number}: {line.strip()[:80]}"
        for path, text in texts(tracked_files())
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found


def test_there_is_something_to_look_at() -> None:
    assert len(tracked_files()) > 50
