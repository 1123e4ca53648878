"""A wrapped key opens as the key it is, for the purpose it has."""

from itertools import permutations
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.domain.errors import CannotOpen
from signalering.vault import groups, hybrid, symmetric, wraps
from signalering.vault.encoding import frame
from signalering.vault.kinds import GroupSecret, RecordKey, WrappingKey, new_record_key

ID = UUID("11111111-2222-4333-8444-555555555555")
SEED = GroupSecret(bytes(range(32)))
PUBLIC = groups.group_public_key(SEED)
WRAPPING = WrappingKey(bytes(range(32)))
KEY = new_record_key()
PURPOSES = ["thread", "triage", "contact", "case", "segment"]


def test_the_purposes_are_these_and_no_other() -> None:
    assert [purpose.value for purpose in wraps.Purpose] == PURPOSES
    assert [form.value for form in wraps.Form] == ["hpke", "aes"]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_both_forms_give_the_key_back(purpose: str) -> None:
    sealed = wraps.wrap_to_public(PUBLIC, KEY, ID, purpose)
    assert wraps.open_public_wrap(SEED, sealed, ID, purpose) == KEY
    wrapped = wraps.wrap_with(WRAPPING, KEY, ID, purpose)
    assert wraps.open_with_wrapping(WRAPPING, wrapped, ID, purpose) == KEY


@pytest.mark.parametrize(("made", "asked"), list(permutations(PURPOSES, 2)))
def test_a_key_serves_no_other_purpose(made: str, asked: str) -> None:
    with pytest.raises(CannotOpen):
        wraps.open_with_wrapping(WRAPPING, wraps.wrap_with(WRAPPING, KEY, ID, made), ID, asked)
    with pytest.raises(CannotOpen):
        wraps.open_public_wrap(SEED, wraps.wrap_to_public(PUBLIC, KEY, ID, made), ID, asked)


def test_a_key_passes_for_no_other_key() -> None:
    with pytest.raises(CannotOpen):
        wraps.open_with_wrapping(
            WRAPPING, wraps.wrap_with(WRAPPING, KEY, ID, "case"), uuid4(), "case"
        )
    with pytest.raises(CannotOpen):
        wraps.open_public_wrap(SEED, wraps.wrap_to_public(PUBLIC, KEY, ID, "case"), uuid4(), "case")


def test_one_form_does_not_open_as_the_other() -> None:
    with pytest.raises(CannotOpen):
        wraps.open_with_wrapping(
            WRAPPING, wraps.wrap_to_public(PUBLIC, KEY, ID, "case"), ID, "case"
        )
    with pytest.raises(CannotOpen):
        wraps.open_public_wrap(SEED, wraps.wrap_with(WRAPPING, KEY, ID, "case"), ID, "case")


@given(st.data())
@settings(max_examples=60)
def test_no_bit_can_be_flipped(data: st.DataObject) -> None:
    wrapped = bytearray(wraps.wrap_with(WRAPPING, KEY, ID, "thread"))
    sealed = bytearray(wraps.wrap_to_public(PUBLIC, KEY, ID, "thread"))
    for blob in (wrapped, sealed):
        bit = data.draw(st.integers(0, len(blob) * 8 - 1))
        blob[bit // 8] ^= 1 << (bit % 8)
    with pytest.raises(CannotOpen):
        wraps.open_with_wrapping(WRAPPING, bytes(wrapped), ID, "thread")
    with pytest.raises(CannotOpen):
        wraps.open_public_wrap(SEED, bytes(sealed), ID, "thread")


def test_something_else_than_a_key_is_not_taken_for_one() -> None:
    short = symmetric.encrypt(WRAPPING, b"short", "wrap", ID, "case")
    with pytest.raises(CannotOpen):
        wraps.open_with_wrapping(WRAPPING, short, ID, "case")
    sealed = hybrid.seal_to(PUBLIC, b"short", frame("wrap", ID, "case"))
    with pytest.raises(CannotOpen):
        wraps.open_public_wrap(SEED, sealed, ID, "case")


def test_nothing_is_wrapped_for_an_unknown_purpose_or_of_another_length() -> None:
    with pytest.raises(ValueError, match="diary"):
        wraps.wrap_with(WRAPPING, KEY, ID, "diary")
    with pytest.raises(ValueError, match="diary"):
        wraps.wrap_to_public(PUBLIC, KEY, ID, "diary")
    with pytest.raises(ValueError, match="32 bytes"):
        wraps.wrap_with(WRAPPING, RecordKey(b"short"), ID, "case")


def test_a_closed_epoch_opens_nothing_of_the_next() -> None:
    old, new = uuid4(), uuid4()
    before = groups.wrapping_key(SEED, "casework", old)
    after = groups.wrapping_key(groups.new_group_secret(), "casework", new)
    with pytest.raises(CannotOpen):
        wraps.open_with_wrapping(before, wraps.wrap_with(after, KEY, ID, "case"), ID, "case")
