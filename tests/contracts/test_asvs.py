"""The table of OWASP ASVS 5.0: every requirement once, and each file and test it names is there."""

import re
from collections import Counter

import pytest

from tests.contracts.asvs_numbers import levels
from tests.contracts.papers import lacking, named
from tests.contracts.tree import ROOT

FOLDER = ROOT / "docs" / "asvs"
NUMBER = re.compile(r"V\d+\.\d+\.\d+")
# What a row may say that has no test, and what proves a requirement for a document.
WITHOUT_TEST = ("Does not apply: ", "**NOT MET**: ")
READ = "by reading"
PAPERS = ("docs/", "deploy/", "SECURITY.md", "THIRD_PARTY.md")


def rows() -> dict[str, list[list[str]]]:
    """The cells of every row, by chapter."""
    return {
        path.stem: [
            [cell.strip() for cell in line.strip("|").split(" | ")]
            for line in path.read_text("utf-8").splitlines()
            if line.startswith("| V")
        ]
        for path in sorted(FOLDER.glob("*.md"))
    }


ROWS = rows()


def test_every_requirement_stands_there_once_with_its_level() -> None:
    told = Counter((row[0], row[1]) for chapter in ROWS.values() for row in chapter)
    assert told == Counter(levels())


def test_each_stands_in_its_own_chapter_and_the_index_leads_there() -> None:
    index = (ROOT / "docs" / "asvs.md").read_text("utf-8")
    for chapter, found in ROWS.items():
        assert f"(asvs/{chapter}.md)" in index
        assert {row[0].split(".")[0] for row in found} == {f"V{int(chapter[1:])}"}


def test_the_index_counts_them() -> None:
    where = [row[3] for chapter in ROWS.values() for row in chapter]
    apart, not_met = (sum(one.startswith(how) for one in where) for how in WITHOUT_TEST)
    met = len(where) - apart - not_met
    told = f"Of {len(where)}, {met} are met, {not_met} are not met and {apart} do not apply."
    assert told in (ROOT / "docs" / "asvs.md").read_text("utf-8")


@pytest.mark.parametrize("chapter", ROWS)
def test_each_row_says_where_and_how_it_is_shown_or_why_not(chapter: str) -> None:
    for row in ROWS[chapter]:
        number, _, asked, where, shown = row
        assert NUMBER.fullmatch(number)
        assert asked, number
        if where.startswith(WITHOUT_TEST):
            assert len(where.split()) > 5, f"{number}: why?"
            continue
        places = named(where)
        if shown == READ:
            assert places, number
            assert all(name.startswith((*PAPERS, "domain/")) for name, _ in places), number
        else:
            assert where, number
            tests = named(shown)
            assert tests, f"{number} has no test"
            assert all(name.startswith("tests/") for name, _ in tests), number


@pytest.mark.parametrize("chapter", ROWS)
def test_what_the_table_names_is_there(chapter: str) -> None:
    assert lacking((FOLDER / f"{chapter}.md").read_text("utf-8")) == []


def test_what_is_not_there_is_seen() -> None:
    assert lacking("`web/no_such_place.py` and `web/guard.py::no_such_test`") == [
        "web/no_such_place.py",
        "web/guard.py::no_such_test",
    ]
