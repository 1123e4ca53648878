"""A subscriber's address opens with both halves in its own row, and is found unopened."""

from uuid import UUID

import pytest

from signalering.domain.errors import CannotOpen
from signalering.vault.kinds import Share
from signalering.vault.packages import new_share
from signalering.vault.subscribers import (
    address_hash,
    address_key,
    leave_token,
    open_address,
    seal_address,
)

SECRET, SHARE = bytes(range(32)), Share(bytes(32))
ROW, OTHER = UUID(int=1), UUID(int=2)
ADDRESS = "lezer@voorbeeld.test"


def test_what_is_derived_is_pinned() -> None:
    key = address_key(SECRET, SHARE)
    assert key.hex() == "2f549c87b74659b642e97ccbb4499218b06d6d3256fd0734f48a2505a8487eaf"
    assert leave_token(key) == "khUNfpl63QXXWK-9p5JnbhkR6Ls9af4Mab27VBfRbbY"
    assert (
        address_hash(SECRET, ADDRESS).hex()
        == "9d5e3f5f273ad78df960dc598e03e2f13e235208ff68f4189b0b27497328a502"
    )


def test_an_address_opens_with_both_halves_in_its_own_row() -> None:
    key = address_key(SECRET, SHARE)
    sealed = seal_address(key, ROW, ADDRESS)
    assert open_address(key, ROW, sealed) == ADDRESS
    assert ADDRESS.encode() not in sealed
    assert len(sealed) == len(seal_address(key, ROW, "a@b.nl"))
    flipped = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for wrong_key, row, blob in (
        (address_key(SECRET, new_share()), ROW, sealed),
        (address_key(bytes(32), SHARE), ROW, sealed),
        (key, OTHER, sealed),
        (key, ROW, flipped),
        (key, ROW, sealed[:20]),
        (key, ROW, b""),
    ):
        with pytest.raises(CannotOpen):
            open_address(wrong_key, row, blob)


def test_each_subscriber_has_a_secret_of_their_own() -> None:
    keys = [address_key(SECRET, new_share()) for _ in range(3)]
    assert len({leave_token(key) for key in keys}) == 3
    assert address_hash(SECRET, ADDRESS) != address_hash(bytes(32), ADDRESS)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_half_a_half_makes_no_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        address_key(SECRET, Share(bytes(length)))
    with pytest.raises(ValueError, match="32 bytes"):
        address_key(bytes(length), SHARE)
