"""Whatever somebody types, the guard answers with places inside the text."""

from hypothesis import given
from hypothesis import strategies as st

from signalering.privacy.guard import find
from signalering.privacy.guard.folding import fold

PIECES = (
    "06", "-", " ", "+31", "0", "12", "1941", "maart", "NL91ABNA", "@", ".nl", "jaar", "94", "is",
    "straat", "weg", "2671", "AB", "dossiernummer", "bsn", "nul", "zes", "http://", "(", ")", "/",
    "\u200b", "\u2011", "\uff10", "\u0661", "ß", "İ",
)  # fmt: skip
NOTES = st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(NOTES)
def test_findings_lie_within_the_text_in_order_and_apart(note: str) -> None:
    end = 0
    for found in find(note):
        assert end <= found.start < found.end <= len(note)
        end = found.end


@given(NOTES)
def test_folding_moves_no_character(note: str) -> None:
    assert len(fold(note)) == len(note)


@given(NOTES)
def test_the_same_text_gives_the_same_findings(note: str) -> None:
    assert find(note) == find(note)


def test_disguised_characters_hide_nothing() -> None:
    assert fold("０６\u2011１２\u00a0\u0663") == "06-12 3"
