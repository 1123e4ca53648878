"""One-time links keep a hash alone; what a page carries opens with what its visitor holds."""

import re
from uuid import UUID

import pytest

from signalering.domain.errors import CannotOpen
from signalering.vault.links import carried, carrier_of, carry, new_token, token_hash

ACCOUNT = UUID(int=1)


def test_a_token_has_256_bits_and_fits_an_address() -> None:
    tokens = {new_token() for _ in range(50)}
    assert len(tokens) == 50
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", token) for token in tokens)


def test_the_hash_is_pinned() -> None:
    assert token_hash("A" * 43).hex() == (
        "b03189e9bd38f9eff39a7e68f36c9974f32d9509ea702f7f89666fde41aafc96"
    )
    assert token_hash("A" * 43) != token_hash("B" + "A" * 42)
    assert len(token_hash("A" * 43)) == 32


def test_what_is_carried_comes_back() -> None:
    carrier = carrier_of("token", "activation")
    text = carry(carrier, ACCOUNT, b"six words")
    assert carried(carrier, ACCOUNT, text) == b"six words"
    assert text != carry(carrier, ACCOUNT, b"six words")


@pytest.mark.parametrize(
    ("secret", "purpose", "account"),
    [("other", "activation", 1), ("token", "recovery", 1), ("token", "activation", 2)],
)
def test_it_opens_for_this_visitor_purpose_and_account_alone(
    secret: str, purpose: str, account: int
) -> None:
    text = carry(carrier_of("token", "activation"), ACCOUNT, b"six words")
    with pytest.raises(CannotOpen):
        carried(carrier_of(secret, purpose), UUID(int=account), text)


@pytest.mark.parametrize("text", ["", "%%%", "AAAA", "é"])
def test_what_was_never_sealed_does_not_open(text: str) -> None:
    with pytest.raises(CannotOpen):
        carried(carrier_of("token", "activation"), ACCOUNT, text)
