"""The audit chain: whatever is done to it shows, and shows where."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.vault.chain import (
    ChainFault,
    Entry,
    FaultKind,
    Head,
    Segment,
    entry_hash,
    faults,
    opening_hash,
)

ONE = UUID("11111111-2222-4333-8444-555555555555")
TWO = UUID("66666666-7777-4888-9999-aaaaaaaaaaaa")
KEY = bytes(range(32))
EDIT, GAP = FaultKind.EDIT, FaultKind.GAP
MISSING_HEAD, ORDER = FaultKind.MISSING_HEAD, FaultKind.ORDER


def written(segment: Segment, count: int) -> list[Entry]:
    """Write a segment as a service would."""
    entries: list[Entry] = []
    previous = opening_hash(segment.id, segment.heads)
    for number in range(1, count + 1):
        sealed = f"entry {number} of {segment.id}".encode()
        made = entry_hash(previous, segment.id, number, sealed)
        entries.append(Entry(segment.id, number, previous, made, sealed))
        previous = made
    return entries


def head_of(entries: list[Entry]) -> Head:
    last = entries[-1]
    return Head(last.segment, last.number, last.hash)


FIRST = Segment(ONE, ())
ENTRIES = written(FIRST, 6)
SECOND = Segment(TWO, (head_of(ENTRIES[:4]),))
LATER = written(SECOND, 3)


def check(first: list[Entry], *kept: Head, second: list[Entry] = LATER) -> list[ChainFault]:
    return list(faults([FIRST, SECOND], [*first, *second], kept))


def test_hashes_are_pinned() -> None:
    assert entry_hash(bytes(32), ONE, 1, b"sealed").hex() == (
        "e56ab2d61f266f52e52291397bc757aafa2ebae18f39fdfa19b4fa7ccff94f4c"
    )
    assert opening_hash(ONE, []).hex() == (
        "930d322cfee0409234b01a7ab245480ae3cdb1dbba3b0ba043fc368dff5b3b03"
    )
    assert opening_hash(ONE, [Head(TWO, 7, KEY)]).hex() == (
        "0189f6e8658d7daa6d613d572c4fff7249dadf8f3adac297a59403f26adffbf7"
    )


def test_a_whole_trail_has_no_fault() -> None:
    assert check(ENTRIES, head_of(ENTRIES), head_of(LATER)) == []
    assert list(faults([], [])) == []
    assert list(faults([FIRST], [])) == []


@given(st.permutations(ENTRIES))
def test_the_order_in_which_rows_come_makes_no_difference(rows: list[Entry]) -> None:
    assert check(rows) == []


@given(st.integers(0, 5), st.binary(max_size=20))
def test_rewritten_words_show(position: int, sealed: bytes) -> None:
    rows = list(ENTRIES)
    rows[position] = replace(rows[position], sealed=sealed)
    assert check(rows) == [ChainFault(EDIT, ONE, position + 1)]


def test_words_swapped_between_two_rows_show_in_both() -> None:
    rows = list(ENTRIES)
    rows[1] = replace(rows[1], sealed=ENTRIES[2].sealed)
    rows[2] = replace(rows[2], sealed=ENTRIES[1].sealed)
    assert check(rows) == [ChainFault(EDIT, ONE, 2), ChainFault(EDIT, ONE, 3)]


def test_a_row_rewritten_with_a_fitting_hash_breaks_the_chain_after_it() -> None:
    rows = list(ENTRIES)
    made = entry_hash(rows[4].previous, ONE, 5, b"other words")
    rows[4] = replace(rows[4], sealed=b"other words", hash=made)
    assert check(rows) == [ChainFault(EDIT, ONE, 6)]


def test_a_rewritten_segment_shows_against_the_head_another_segment_knew() -> None:
    rewritten: list[Entry] = []
    previous = opening_hash(ONE, ())
    for number in range(1, 7):
        made = entry_hash(previous, ONE, number, b"nothing happened")
        rewritten.append(Entry(ONE, number, previous, made, b"nothing happened"))
        previous = made
    assert check(rewritten) == [ChainFault(MISSING_HEAD, ONE, 4)]


@pytest.mark.parametrize("position", [0, 1, 4])
def test_a_removed_row_leaves_a_gap(position: int) -> None:
    rows = ENTRIES[:position] + ENTRIES[position + 1 :]
    assert ChainFault(GAP, ONE, position + 1) in check(rows)
    assert [fault.kind for fault in check(rows)] == [GAP]


def test_two_removed_rows_are_one_gap() -> None:
    assert check([ENTRIES[0], *ENTRIES[3:]]) == [ChainFault(GAP, ONE, 2)]


def test_rows_that_changed_places_show() -> None:
    rows = list(ENTRIES)
    rows[1], rows[2] = replace(rows[2], number=2), replace(rows[1], number=3)
    kinds = {(fault.kind, fault.number) for fault in check(rows)}
    assert (ORDER, 2) in kinds
    assert (ORDER, 3) in kinds


def test_a_number_that_comes_twice_shows() -> None:
    assert check([*ENTRIES, ENTRIES[2]]) == [ChainFault(ORDER, ONE, 3)]
    forged = replace(ENTRIES[0], number=0)
    assert ChainFault(ORDER, ONE, 0) in check([forged, *ENTRIES])


def test_a_row_moved_to_another_segment_shows() -> None:
    moved = replace(ENTRIES[0], segment=TWO, number=4)
    assert check(ENTRIES[1:], second=[*LATER, moved]) == [
        ChainFault(GAP, ONE, 1),
        ChainFault(EDIT, TWO, 4),
    ]


def test_a_cut_tail_shows_against_a_head_kept_elsewhere() -> None:
    assert check(ENTRIES[:4]) == []
    assert check(ENTRIES[:4], head_of(ENTRIES)) == [ChainFault(MISSING_HEAD, ONE, 6)]


def test_a_tail_cut_before_a_known_head_shows_by_itself() -> None:
    assert check(ENTRIES[:3]) == [ChainFault(MISSING_HEAD, ONE, 4)]


def test_a_removed_segment_shows_when_another_knew_its_head() -> None:
    assert list(faults([SECOND], LATER)) == [ChainFault(MISSING_HEAD, ONE, 4)]


def test_a_removed_opening_shows() -> None:
    assert list(faults([FIRST], [*ENTRIES, *LATER])) == [ChainFault(GAP, TWO, 0)]


def test_an_opening_that_was_changed_shows_at_the_first_entry() -> None:
    changed = Segment(TWO, (head_of(ENTRIES[:3]),))
    assert list(faults([FIRST, changed], [*ENTRIES, *LATER])) == [ChainFault(EDIT, TWO, 1)]


def test_the_order_of_heads_makes_no_difference() -> None:
    heads = [head_of(ENTRIES), head_of(LATER)]
    assert opening_hash(ONE, heads) == opening_hash(ONE, heads[::-1])
    assert opening_hash(ONE, heads) != opening_hash(ONE, heads[:1])
    assert opening_hash(ONE, heads) != opening_hash(TWO, heads)


def test_rows_must_come_grouped_by_segment() -> None:
    with pytest.raises(ValueError, match="grouped"):
        check([*ENTRIES[:3], *LATER, *ENTRIES[3:]], second=[])
