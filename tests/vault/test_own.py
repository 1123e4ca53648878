"""What a person keeps for themselves opens for them alone, and at its own place alone."""

import pytest

from signalering.domain.errors import CannotOpen
from signalering.vault.own import open_own, seal_own
from signalering.vault.users import new_user_secret

MINE = new_user_secret()
TAG, OTHER = b"\x01" * 16, b"\x02" * 16


def test_it_opens_for_its_owner_at_its_place() -> None:
    assert open_own(MINE, "draft", TAG, seal_own(MINE, "draft", TAG, b"words")) == b"words"


def test_nobody_else_and_nowhere_else() -> None:
    blob = seal_own(MINE, "draft", TAG, b"words")
    for secret, purpose, tag in (
        (new_user_secret(), "draft", TAG),
        (MINE, "session", TAG),
        (MINE, "draft", OTHER),
    ):
        with pytest.raises(CannotOpen):
            open_own(secret, purpose, tag, blob)


def test_the_size_tells_little() -> None:
    assert len(seal_own(MINE, "draft", TAG, b"a")) == len(seal_own(MINE, "draft", TAG, b"a" * 250))
