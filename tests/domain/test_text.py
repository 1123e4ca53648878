"""What is typed comes out in one normal form, or is refused with a code."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.domain.errors import InvalidInput
from signalering.domain.text import clean_line, clean_text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  hallo  ", "hallo"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("e\u0301e\u0301n", "één"),
        ("een\ttab", "een tab"),
        ("einde   \nvan regel \n\n", "einde\nvan regel"),
        ("onzicht\u200bbaar\ufeff\u00ad", "onzichtbaar"),
        ("", ""),
        ("👩\u200d🌾 mag", "👩\u200d🌾 mag"),
    ],
)
def test_text_is_normalised(raw: str, clean: str) -> None:
    assert clean_text(raw, 100) == clean


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("nul\x00", "control_character"),
        ("escape\x1b[31m", "control_character"),
        ("delete\x7f", "control_character"),
        ("omgekeerd\u202etxt", "direction_override"),
        ("isolaat\u2067x", "direction_override"),
        ("half\ud83d", "broken_text"),
        ("eigen\ue000", "broken_text"),
        ("x" * 101, "too_long"),
    ],
)
def test_what_can_not_be_stored_or_misleads_is_refused(raw: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_text(raw, 100, field="note")
    assert (refused.value.field, refused.value.code) == ("note", code)
    assert raw not in repr(refused.value)


def test_the_limit_counts_what_is_kept() -> None:
    assert clean_text(" " * 50 + "e\u0301" * 5 + " " * 50, 5) == "é" * 5
    with pytest.raises(InvalidInput) as refused:
        clean_text("é" * 6, 5)
    assert dict(refused.value.params) == {"limit": "5"}


def test_a_line_is_one_line_with_single_blanks() -> None:
    assert clean_line("  een   twee ", 20) == "een twee"
    with pytest.raises(InvalidInput, match="one_line"):
        clean_line("een\ntwee", 20)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    try:
        once = clean_text(raw, 60)
    except InvalidInput:
        return
    assert clean_text(once, 60) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert once.encode("utf-8").decode("utf-8") == once
