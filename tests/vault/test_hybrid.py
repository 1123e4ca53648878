"""Sealed to a public key: the seed opens it, with the same info, untouched."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signalering.domain.errors import CannotOpen
from signalering.vault.hybrid import BadPublicKey, open_with, public_key, seal_to

SEED = bytes(range(32))
PUBLIC = public_key(SEED)
BLOB = seal_to(PUBLIC, b"a key", b"info")


def assert_shut(seed: bytes, blob: bytes, info: bytes) -> None:
    with pytest.raises(CannotOpen) as refusal:
        open_with(seed, blob, info)
    assert str(refusal.value) == str(CannotOpen())
    assert refusal.value.__cause__ is None


def test_a_seed_always_gives_the_same_public_key() -> None:
    assert len(PUBLIC) == 1 + 1184 + 32
    assert hashlib.sha256(PUBLIC).hexdigest() == (
        "8625b9a71dbb5dfe5ec17e112e978b6425810015f3ee06274109779a78036cba"
    )


@given(st.binary(max_size=2000), st.binary(max_size=100))
@settings(max_examples=30)
def test_the_seed_opens_it(plaintext: bytes, info: bytes) -> None:
    assert open_with(SEED, seal_to(PUBLIC, plaintext, info), info) == plaintext


def test_the_same_text_never_looks_the_same() -> None:
    assert seal_to(PUBLIC, b"a key", b"info") != BLOB


@given(st.integers(0, len(BLOB) * 8 - 1))
def test_no_bit_can_be_flipped(bit: int) -> None:
    blob = bytearray(BLOB)
    blob[bit // 8] ^= 1 << (bit % 8)
    assert_shut(SEED, bytes(blob), b"info")


@given(st.integers(0, len(BLOB) - 1))
def test_it_does_not_open_cut_short(length: int) -> None:
    assert_shut(SEED, BLOB[:length], b"info")


@given(st.binary(max_size=30).filter(lambda info: info != b"info"))
def test_it_does_not_open_for_another_info(info: bytes) -> None:
    assert_shut(SEED, BLOB, info)


@pytest.mark.parametrize("seed", [bytes(32), b"", bytes(31), bytes(33)])
def test_it_does_not_open_with_another_seed(seed: bytes) -> None:
    assert_shut(seed, BLOB, b"info")


@given(st.binary(max_size=1300))
def test_anything_else_does_not_open(blob: bytes) -> None:
    assert_shut(SEED, blob, b"info")


@pytest.mark.parametrize(
    "public",
    [
        b"",
        PUBLIC[:1],
        PUBLIC[:-1],
        PUBLIC + b"\0",
        PUBLIC[1:],
        b"\x01" + PUBLIC[1:],
        b"\x41" + b"\xff" * 1184 + PUBLIC[-32:],  # coefficients out of range (FIPS 203, 7.2)
        PUBLIC[:-32] + bytes(32),  # a point of small order (RFC 7748, 6.1)
    ],
    ids=["empty", "mark", "short", "long", "unmarked", "foreign", "range", "small-order"],
)
def test_nothing_is_sealed_to_a_malformed_public_key(public: bytes) -> None:
    with pytest.raises(BadPublicKey):
        seal_to(public, b"a key", b"info")


def test_a_seed_of_another_length_has_no_public_key() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        public_key(bytes(31))
