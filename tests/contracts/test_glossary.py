"""The words of the glossary are those of the screens and of the code."""

import re

import pytest
from babel.messages.pofile import read_po

from tests.contracts.tree import PACKAGE, ROOT, python_files

ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in (ROOT / "docs/glossary.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| Dutch", "|---"))
]


@pytest.fixture(scope="module")
def screens() -> list[tuple[str, str]]:
    """Each text in Dutch and in English, in small letters; those of closed lists too."""
    with (PACKAGE / "translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        said = [(str(one.id), str(one.string)) for one in read_po(file)]
    listed = [path.read_text("utf-8") for path in sorted((PACKAGE / "data").glob("*.json"))]
    both = [
        found for text in listed for found in re.findall(r'"nl": "(.*?)",\s*"en": "(.*?)"', text)
    ]
    return [(dutch.lower(), english.lower()) for dutch, english in [*said, *both]]


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Every word of the code."""
    return {
        word
        for path in python_files(PACKAGE)
        for word in re.findall(r"\w+", path.read_text("utf-8"))
    }


def test_screens_say_them_in_both_languages(screens: list[tuple[str, str]]) -> None:
    """The Dutch word and the English one stand for each other somewhere."""
    assert len(ROWS) > 20
    unsaid = [
        (dutch, english)
        for dutch, english, *_ in ROWS
        if not any(dutch in nl and english in en for nl, en in screens)
    ]
    assert unsaid == []


def test_the_code_has_them(words: set[str]) -> None:
    assert [row[2] for row in ROWS if row[2].strip("`") not in words] == []
