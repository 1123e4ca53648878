"""A list of signals opens with the reporter's key alone, and its size tells no count."""

from uuid import uuid4

import pytest

from signalering.domain.errors import CannotOpen
from signalering.vault.relinks import open_signals, seal_signals
from signalering.vault.users import new_user_secret, public_key

SECRET, ACCOUNT = new_user_secret(), uuid4()
PUBLIC = public_key(SECRET)


@pytest.mark.parametrize("count", [0, 1, 255, 256, 2000])
def test_the_list_comes_back_in_its_order(count: int) -> None:
    ids = [uuid4() for _ in range(count)]
    assert open_signals(SECRET, seal_signals(PUBLIC, ids, ACCOUNT), ACCOUNT) == ids


def test_up_to_255_signals_look_alike() -> None:
    sizes = {
        len(seal_signals(PUBLIC, [uuid4() for _ in range(count)], ACCOUNT)) for count in (0, 1, 255)
    }
    assert len(sizes) == 1


def test_another_key_another_account_and_a_changed_byte_open_nothing() -> None:
    blob = seal_signals(PUBLIC, [uuid4()], ACCOUNT)
    changed = blob[:-1] + bytes([blob[-1] ^ 1])
    for secret, sealed, account in (
        (new_user_secret(), blob, ACCOUNT),
        (SECRET, blob, uuid4()),
        (SECRET, changed, ACCOUNT),
        (SECRET, blob[:-1], ACCOUNT),
        (SECRET, b"", ACCOUNT),
    ):
        with pytest.raises(CannotOpen):
            open_signals(secret, sealed, account)
