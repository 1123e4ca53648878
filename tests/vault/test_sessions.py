"""What a session keeps opens with the cookie alone."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.domain.errors import CannotOpen
from signalering.vault import symmetric, users
from signalering.vault.kinds import SessionSecret
from signalering.vault.sessions import (
    ROOM,
    find_hash,
    hold,
    new_session_secret,
    open_blob,
    open_held,
    seal_blob,
)

SECRET = SessionSecret(bytes(range(32)))
ACCOUNT = UUID("11111111-2222-4333-8444-555555555555")


def test_the_find_hash_is_pinned() -> None:
    assert find_hash(SECRET).hex() == (
        "e7e3b5884aede04f823eb1d8b2c6db2d175061218d9ec0e790f83246b177b6b6"
    )


@given(st.binary(max_size=1500))
def test_the_cookie_opens_the_blob(data: bytes) -> None:
    assert open_blob(SECRET, seal_blob(SECRET, data)) == data


def test_what_the_row_is_found_by_does_not_open_it() -> None:
    blob = seal_blob(SECRET, b"keys")
    with pytest.raises(CannotOpen):
        open_blob(SessionSecret(find_hash(SECRET)), blob)
    with pytest.raises(CannotOpen):
        symmetric.decrypt(find_hash(SECRET), blob, "session")


def test_another_cookie_does_not_open_it() -> None:
    with pytest.raises(CannotOpen):
        open_blob(new_session_secret(), seal_blob(SECRET, b"keys"))


@given(st.integers(0, (1 + 12 + ROOM + 16) * 8 - 1))
def test_no_bit_can_be_flipped(bit: int) -> None:
    blob = bytearray(seal_blob(SECRET, b"keys"))
    blob[bit // 8] ^= 1 << (bit % 8)
    with pytest.raises(CannotOpen):
        open_blob(SECRET, bytes(blob))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_cookie_of_another_length_opens_nothing(length: int) -> None:
    broken = SessionSecret(bytes(length))
    with pytest.raises(CannotOpen):
        open_blob(broken, seal_blob(SECRET, b"keys"))
    with pytest.raises(ValueError, match="32 bytes"):
        find_hash(broken)


def test_the_size_does_not_tell_how_many_keys_are_open() -> None:
    assert len(seal_blob(SECRET, b"a")) == len(seal_blob(SECRET, b"a" * (ROOM - 4)))


def test_what_was_typed_comes_back_to_its_owner_alone() -> None:
    mine = users.new_user_secret()
    held = hold(users.public_key(mine), b"half a sentence", ACCOUNT)
    assert open_held(mine, held, ACCOUNT) == b"half a sentence"
    with pytest.raises(CannotOpen):
        open_held(users.new_user_secret(), held, ACCOUNT)
    with pytest.raises(CannotOpen):
        open_held(mine, held, uuid4())


def test_secrets_are_fresh() -> None:
    assert len(new_session_secret()) == 32
    assert new_session_secret() != new_session_secret()
