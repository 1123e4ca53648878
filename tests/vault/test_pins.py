"""A PIN opens a session together with its cookie, and neither does alone."""

import threading

import pytest
from kit.town import CHEAP

from signalering.domain.errors import CannotOpen
from signalering.vault.kinds import SessionSecret
from signalering.vault.pins import open_with_pin, seal_with_pin
from signalering.vault.users import new_user_secret

COOKIE = SessionSecret(bytes(range(32)))
SECRET = new_user_secret()
BLOB = seal_with_pin(COOKIE, "402815", SECRET, CHEAP)


def test_cookie_and_pin_open_it_together() -> None:
    assert open_with_pin(COOKIE, "402815", BLOB, CHEAP) == SECRET


@pytest.mark.parametrize("pin", ["402816", "40281", "", "4028155"])
def test_another_pin_opens_nothing(pin: str) -> None:
    with pytest.raises(CannotOpen):
        open_with_pin(COOKIE, pin, BLOB, CHEAP)


@pytest.mark.parametrize("cookie", [bytes(32), bytes(31), b""])
def test_another_cookie_opens_nothing(cookie: bytes) -> None:
    with pytest.raises(CannotOpen):
        open_with_pin(SessionSecret(cookie), "402815", BLOB, CHEAP)


@pytest.mark.parametrize("place", [0, 15, 16, 20, len(BLOB) - 1])
def test_a_damaged_one_opens_nothing(place: int) -> None:
    broken = bytearray(BLOB)
    broken[place] ^= 1
    with pytest.raises(CannotOpen):
        open_with_pin(COOKIE, "402815", bytes(broken), CHEAP)


def test_a_short_one_opens_nothing() -> None:
    with pytest.raises(CannotOpen):
        open_with_pin(COOKIE, "402815", BLOB[:10], CHEAP)


def test_the_same_pin_never_seals_to_the_same_bytes() -> None:
    assert seal_with_pin(COOKIE, "402815", SECRET, CHEAP) != BLOB


def test_eight_at_once_get_through() -> None:
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(open_with_pin(COOKIE, "402815", BLOB, CHEAP)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert found == [SECRET] * 8
