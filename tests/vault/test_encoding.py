"""A frame can be read in one way only."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.vault.encoding import frame

parts = st.lists(
    st.one_of(st.binary(max_size=8), st.text(max_size=8), st.integers(0, 2**40), st.uuids()),
    max_size=5,
)


def spelled(values: list[bytes | str | int | UUID]) -> list[tuple[type, object]]:
    return [(type(value), value) for value in values]


def test_the_format_is_pinned() -> None:
    account = UUID("11111111-2222-4333-8444-555555555555")
    assert frame("a", b"b", 258, 0, account).hex() == (
        "730000000161620000000162690000000201026900000000750000001011111111222243338444555555555555"
    )


@given(parts, parts)
def test_two_lists_give_the_same_bytes_only_when_they_are_the_same(
    one: list[bytes | str | int | UUID], other: list[bytes | str | int | UUID]
) -> None:
    assert (frame(*one) == frame(*other)) == (spelled(one) == spelled(other))


@given(st.binary(max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_byte_can_not_move_from_one_part_to_the_next(data: bytes, here: int, there: int) -> None:
    one, other = min(here, len(data)), min(there, len(data))
    same = frame(data[:one], data[one:]) == frame(data[:other], data[other:])
    assert same == (one == other)


def test_types_are_told_apart() -> None:
    account = UUID(int=0x61)
    assert len({frame("a"), frame(b"a"), frame(0x61), frame(account), frame(account.bytes)}) == 5


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        frame(-1)
