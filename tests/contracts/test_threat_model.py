"""The threat model: every adversary, what each can do, and a test beside what each cannot."""

import re

import pytest

from tests.contracts.papers import lacking, named
from tests.contracts.tree import ROOT

TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
ADVERSARIES = dict(
    part.split("\n", 1) for part in TEXT.split("\n## ")[1:] if not part.startswith("Said openly")
)
# What no test can show says so, and why or by what else.
NO_TEST = "by no test: "


def test_every_adversary_is_there() -> None:
    told = " ".join(ADVERSARIES).lower()
    for who in (
        "disk",
        "server",
        "administrator",
        "coordinator",
        "worker",
        "officer",
        "program",
        "relative",
        "network",
        "figures",
        "mail",
        "stolen phone",
        "coerced",
        "supplier",
    ):
        assert who in told, who


@pytest.mark.parametrize("who", ADVERSARIES)
def test_each_cannot_is_shown(who: str) -> None:
    told = ADVERSARIES[who]
    assert "**Can**" in told
    rows = re.findall(r"^\| (?!cannot)(.+?) \| (.+) \|$", told, re.MULTILINE)
    assert rows
    for cannot, shown in rows:
        tests = [name for name, _ in named(shown) if name.startswith("tests/")]
        assert tests or shown.startswith(NO_TEST), cannot


def test_what_it_names_is_there() -> None:
    assert lacking(TEXT) == []
