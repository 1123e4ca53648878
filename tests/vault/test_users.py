"""A person's secret is kept under their own log-in, and a swap is noticed."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signalering.domain.errors import CannotOpen
from signalering.vault import symmetric
from signalering.vault.kinds import Kek, UserSecret
from signalering.vault.users import (
    key_hash,
    new_user_secret,
    public_key,
    swapped,
    tag_key,
    unwrap_user_secret,
    wrap_user_secret,
)

ACCOUNT = UUID("11111111-2222-4333-8444-555555555555")
OTHER = UUID("66666666-7777-4888-9999-aaaaaaaaaaaa")
KEK = Kek(bytes(range(32)))
SECRET = UserSecret(bytes(range(32)))


def test_the_secret_comes_back_by_each_way_of_unlocking() -> None:
    passkey = Kek(bytes(32))
    by_words = wrap_user_secret(KEK, SECRET, ACCOUNT, "passphrase")
    by_passkey = wrap_user_secret(passkey, SECRET, ACCOUNT, "passkey:1")
    assert unwrap_user_secret(KEK, by_words, ACCOUNT, "passphrase") == SECRET
    assert unwrap_user_secret(passkey, by_passkey, ACCOUNT, "passkey:1") == SECRET


@pytest.mark.parametrize(
    ("kek", "account", "method"),
    [
        (Kek(bytes(32)), ACCOUNT, "passphrase"),
        (KEK, OTHER, "passphrase"),
        (KEK, ACCOUNT, "passkey:1"),
    ],
)
def test_it_opens_for_nobody_else_and_in_no_other_way(kek: Kek, account: UUID, method: str) -> None:
    blob = wrap_user_secret(KEK, SECRET, ACCOUNT, "passphrase")
    with pytest.raises(CannotOpen):
        unwrap_user_secret(kek, blob, account, method)


@given(st.integers(0, (1 + 12 + 32 + 16) * 8 - 1))
def test_no_bit_can_be_flipped(bit: int) -> None:
    blob = bytearray(wrap_user_secret(KEK, SECRET, ACCOUNT, "passphrase"))
    blob[bit // 8] ^= 1 << (bit % 8)
    with pytest.raises(CannotOpen):
        unwrap_user_secret(KEK, bytes(blob), ACCOUNT, "passphrase")


def test_a_secret_of_another_length_is_no_secret() -> None:
    blob = symmetric.encrypt(KEK, b"short", "user-secret", ACCOUNT, "passphrase")
    with pytest.raises(CannotOpen):
        unwrap_user_secret(KEK, blob, ACCOUNT, "passphrase")


def test_a_swapped_public_key_is_noticed() -> None:
    mine = new_user_secret()
    assert not swapped(mine, public_key(mine))
    assert swapped(mine, public_key(new_user_secret()))
    assert swapped(mine, public_key(mine)[:-1])
    assert swapped(mine, b"")


def test_the_tag_key_is_pinned() -> None:
    assert tag_key(SECRET).hex() == (
        "f481b7cf41547e864bdc6631209dae208df57640d69ef0151f1fcdd5204abf9b"
    )


def test_secrets_are_fresh() -> None:
    assert len(new_user_secret()) == 32
    assert new_user_secret() != new_user_secret()


def test_the_hash_of_a_public_key_is_pinned() -> None:
    assert key_hash(b"public").hex() == (
        "4c39541dd9bffb5edf340f147bb95c2dd843e53d81b88f703547bed1d6f810c0"
    )
