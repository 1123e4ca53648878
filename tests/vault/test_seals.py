"""A seal opens with its key, in its place, untouched - and in no other way."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.domain.errors import CannotOpen
from signalering.vault.kinds import RecordKey, new_record_key, new_segment_key
from signalering.vault.padding import SMALLEST, pad, size_class, unpad
from signalering.vault.seals import Slot, open_sealed, seal, seal_fixed

KEY = RecordKey(bytes(range(32)))
SLOT = Slot("signals", "note", UUID("11111111-2222-4333-8444-555555555555"), 1)
OVERHEAD = 1 + 12 + 16  # version, nonce, tag


def assert_shut(key: RecordKey, slot: Slot, blob: bytes) -> None:
    """Whatever is wrong, the refusal is the same to the letter."""
    with pytest.raises(CannotOpen) as refusal:
        open_sealed(key, slot, blob)
    assert type(refusal.value) is CannotOpen
    assert str(refusal.value) == str(CannotOpen())
    assert dict(refusal.value.params) == {}
    assert refusal.value.__cause__ is None


@given(st.binary(max_size=2000))
def test_bytes_come_back(data: bytes) -> None:
    assert open_sealed(KEY, SLOT, seal(KEY, SLOT, data)) == data


@given(st.text(max_size=500))
def test_text_comes_back(text: str) -> None:
    assert open_sealed(KEY, SLOT, seal(KEY, SLOT, text)) == text.encode()


def test_the_same_text_never_looks_the_same() -> None:
    assert seal(KEY, SLOT, "eenzaam") != seal(KEY, SLOT, "eenzaam")


@pytest.mark.parametrize("position", range(SMALLEST + OVERHEAD))
def test_no_byte_can_be_changed(position: int) -> None:
    blob = bytearray(seal(KEY, SLOT, "een praatje"))
    blob[position] ^= 1 << (position % 8)
    assert_shut(KEY, SLOT, bytes(blob))


@given(st.data())
def test_no_bit_can_be_flipped(data: st.DataObject) -> None:
    blob = bytearray(seal(KEY, SLOT, data.draw(st.text(max_size=400))))
    bit = data.draw(st.integers(0, len(blob) * 8 - 1))
    blob[bit // 8] ^= 1 << (bit % 8)
    assert_shut(KEY, SLOT, bytes(blob))


@given(st.uuids().filter(lambda record: record != SLOT.record))
def test_it_does_not_open_in_another_row(record: UUID) -> None:
    assert_shut(KEY, replace(SLOT, record=record), seal(KEY, SLOT, "x"))


@given(st.text().filter(lambda name: name != "note"))
def test_it_does_not_open_in_another_column(column: str) -> None:
    assert_shut(KEY, replace(SLOT, column=column), seal(KEY, SLOT, "x"))


@given(st.text().filter(lambda name: name != "signals"))
def test_it_does_not_open_in_another_table(table: str) -> None:
    assert_shut(KEY, replace(SLOT, table=table), seal(KEY, SLOT, "x"))


@given(st.integers(0, 2**31).filter(lambda entry: entry != 1))
def test_it_does_not_open_as_another_entry(entry: int) -> None:
    assert_shut(KEY, replace(SLOT, entry=entry), seal(KEY, SLOT, "x"))


def test_a_letter_moved_from_table_to_column_is_noticed() -> None:
    blob = seal(KEY, replace(SLOT, table="ab", column="c"), "x")
    assert_shut(KEY, replace(SLOT, table="a", column="bc"), blob)


def test_it_does_not_open_under_another_key() -> None:
    assert_shut(new_record_key(), SLOT, seal(KEY, SLOT, "x"))


@given(st.integers(0, SMALLEST + OVERHEAD - 1))
def test_it_does_not_open_cut_short(length: int) -> None:
    assert_shut(KEY, SLOT, seal(KEY, SLOT, "x")[:length])


def test_it_does_not_open_with_something_added() -> None:
    assert_shut(KEY, SLOT, seal(KEY, SLOT, "x") + b"\0")


@given(st.integers(0, 255).filter(lambda version: version != 1))
def test_it_does_not_open_as_a_foreign_version(version: int) -> None:
    assert_shut(KEY, SLOT, bytes([version]) + seal(KEY, SLOT, "x")[1:])


@given(st.binary(max_size=600))
def test_anything_else_does_not_open(blob: bytes) -> None:
    assert_shut(KEY, SLOT, blob)


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_opens_nothing_and_seals_nothing(length: int) -> None:
    broken = RecordKey(bytes(length))
    assert_shut(broken, SLOT, seal(KEY, SLOT, "x"))
    with pytest.raises(ValueError, match="32 bytes"):
        seal(broken, SLOT, "x")


@pytest.mark.parametrize(
    ("length", "size"),
    [
        (0, 256),
        (252, 256),
        (253, 1024),
        (1020, 1024),
        (1021, 4096),
        (4092, 4096),
        (4093, 16384),
        (16381, 65536),
        (65533, 262144),
    ],
)
def test_lengths_fall_into_classes(length: int, size: int) -> None:
    assert size_class(length) == size
    assert len(seal(KEY, SLOT, b"a" * length)) == size + OVERHEAD


def test_what_is_too_long_for_any_class_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        size_class(256 * 4**9 - 3)


def test_a_character_of_two_bytes_counts_as_two() -> None:
    assert len(seal(KEY, SLOT, "é" * 126)) == 256 + OVERHEAD
    assert len(seal(KEY, SLOT, "é" * 127)) == 1024 + OVERHEAD


@given(st.binary(max_size=508))
def test_audit_entries_all_have_one_size(text: bytes) -> None:
    key = new_segment_key()
    blob = seal_fixed(key, SLOT, text, 512)
    assert len(blob) == 512 + OVERHEAD
    assert open_sealed(key, SLOT, blob) == text


def test_an_entry_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        seal_fixed(new_segment_key(), SLOT, b"a" * 509, 512)


@given(st.binary(max_size=300))
def test_padding_is_undone(data: bytes) -> None:
    assert unpad(pad(data)) == data


@pytest.mark.parametrize(
    "padded", [b"", b"\0\0\0", b"\0\0\0\x02a", b"\0\0\0\x01ab", b"\xff\xff\xff\xff" + bytes(252)]
)
def test_bytes_that_were_never_padded_are_refused(padded: bytes) -> None:
    with pytest.raises(CannotOpen):
        unpad(padded)
