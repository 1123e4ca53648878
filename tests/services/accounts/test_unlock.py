"""A locked session opens again with what its owner knows, and a stolen one does not."""

import threading

import pytest
from kit.sessions import PIN, begun, later, standing, state_of
from kit.town import CHEAP, Town
from kit.trail import entries

from signalering.domain.errors import CannotOpen, NotAllowedNow
from signalering.models.accounts.session import LogInSession
from signalering.models.keys.user import UserKey
from signalering.services.accounts import pin, sessions, unlock
from signalering.vault import pins
from signalering.vault import sessions as vault
from signalering.vault.kinds import SessionSecret, UserSecret


def tried(town: Town, cookie: SessionSecret, typed: str) -> UserSecret | None:
    with town.committed("worker") as work:
        sealed = pin.claim_try(work, cookie)
    return pin.matching(town.house, pin.beside(cookie, state_of(town, cookie)), typed, sealed)


def stolen(town: Town, cookie: SessionSecret) -> tuple[bytes, bytes, bytes]:
    """Everything in the row that might open something."""
    with town.work(writes=False) as work:
        row = work.data.get_one(LogInSession, vault.find_hash(cookie))
        assert row.keys_sealed is None
        assert row.pin_sealed is not None
        return row.find_hash, row.sealed, row.pin_sealed


def refused(town: Town, cookie: SessionSecret) -> int:
    with town.committed("worker") as work:
        return pin.was_wrong(work, cookie)


@pytest.fixture
def locked(town: Town) -> SessionSecret:
    """A worker's session with a PIN, locked."""
    cookie = begun(town, with_pin=True)
    later(town, minutes=20)
    with town.committed() as work:
        sessions.shut(work, cookie)
    return cookie


def test_the_pin_opens_it_again(town: Town, locked: SessionSecret) -> None:
    secret = tried(town, locked, PIN)
    assert secret == town.people["worker"].secret
    with town.committed("worker") as work:
        fresh = unlock.unlock(work, locked, secret, unlock.PIN)
    assert standing(town, fresh) == "open"
    assert state_of(town, fresh).user_secret == secret
    (entry,) = entries(town, "session_unlocked")
    assert entry["details"] == {"way": "pin"}


def test_a_right_one_gives_all_tries_back(town: Town, locked: SessionSecret) -> None:
    cookie = locked
    for _ in range(4):
        assert tried(town, cookie, "999998") is None
        assert refused(town, cookie) == 2
        secret = tried(town, cookie, PIN)
        assert secret is not None
        with town.committed("worker") as work:
            cookie = unlock.unlock(work, cookie, secret, unlock.PIN)


def test_a_cookie_that_was_copied_before_is_nobodys(town: Town, locked: SessionSecret) -> None:
    before = state_of(town, locked)
    with town.committed("worker") as work:
        fresh = unlock.unlock(work, locked, town.people["worker"].secret, unlock.PIN)
    assert fresh != locked
    assert standing(town, locked) == "gone"
    after = state_of(town, fresh)
    assert (after.started, after.hat, after.has_pin) == (before.started, before.hat, True)
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        unlock.unlock(work, locked, town.people["worker"].secret, unlock.PIN)


def test_the_third_wrong_one_destroys_the_session(town: Town, locked: SessionSecret) -> None:
    left = []
    for _ in range(3):
        assert tried(town, locked, "999998") is None
        left.append(refused(town, locked))
    assert left == [2, 1, 0]
    assert standing(town, locked) == "gone"
    assert [entry["outcome"] for entry in entries(town, "unlock_refused")] == ["refused"] * 3
    with pytest.raises(NotAllowedNow):
        tried(town, locked, PIN)


def test_eight_at_once_get_no_more_than_three_tries(town: Town, locked: SessionSecret) -> None:
    together = threading.Barrier(8)
    got: list[bool] = []

    def attempt() -> None:
        together.wait()
        try:
            tried(town, locked, "999998")
        except NotAllowedNow:
            got.append(False)
        else:
            got.append(True)

    threads = [threading.Thread(target=attempt) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(got) == [False] * 5 + [True] * 3
    assert refused(town, locked) == 0
    assert standing(town, locked) == "gone"


def test_the_row_alone_opens_nothing(town: Town, locked: SessionSecret) -> None:
    found, sealed, by_pin = stolen(town, locked)
    thief = SessionSecret(found)
    with pytest.raises(CannotOpen):
        vault.open_blob(thief, sealed)
    with pytest.raises(CannotOpen):
        pins.open_with_pin(thief, PIN, by_pin, CHEAP)


def test_cookie_and_locked_row_open_nothing_without_the_pin(
    town: Town, locked: SessionSecret
) -> None:
    _, sealed, by_pin = stolen(town, locked)
    assert state_of(town, locked).user_secret is None
    with pytest.raises(CannotOpen):
        vault.open_blob(locked, by_pin, "keys")
    with pytest.raises(CannotOpen):
        pins.open_with_pin(locked, "", by_pin, CHEAP)
    # It says who it was, and holds no key in any form.
    assert town.people["worker"].secret not in vault.open_blob(locked, sealed)


def test_an_ended_session_opens_with_nothing(town: Town, locked: SessionSecret) -> None:
    secret = tried(town, locked, PIN)
    assert secret is not None
    later(town, hours=8)
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        unlock.unlock(work, locked, secret, unlock.PIN)


def test_a_swapped_public_key_is_noticed(town: Town, locked: SessionSecret) -> None:
    with town.committed() as work:
        mine = work.keys.get_one(UserKey, town.people["worker"].account_id)
        mine.public_key = work.keys.get_one(UserKey, town.people["manager"].account_id).public_key
    with town.work("worker") as work, pytest.raises(CannotOpen):
        unlock.unlock(work, locked, town.people["worker"].secret, unlock.PIN)


def test_a_pin_needs_something_to_open(town: Town, locked: SessionSecret) -> None:
    sealed = pin.sealed_with(town.house, locked, PIN, town.people["worker"].secret)
    with town.work("worker") as work, pytest.raises(NotAllowedNow):
        pin.choose(work, locked, sealed)


def test_the_page_knows_the_ways_in(town: Town, locked: SessionSecret) -> None:
    with town.work("worker", writes=False) as work:
        view = unlock.ways_in(work, state_of(town, locked))
    assert (view.locked, view.pin, view.passphrase, view.passkey) == (True, True, True, False)
    assert view.name == "Wil Melder"
