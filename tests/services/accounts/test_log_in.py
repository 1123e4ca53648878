"""One passphrase proves and unlocks; everything else is refused alike."""

from datetime import timedelta
from typing import Any

import pytest
from kit.town import PASSPHRASE, Town
from sqlalchemy import Engine, event

from signalering.domain.errors import CannotOpen
from signalering.models.accounts.account import Account
from signalering.models.keys.user import UserKey
from signalering.services.accounts import log_in, sessions
from signalering.services.accounts.log_in import Challenge
from signalering.vault.kinds import SessionSecret


def try_passphrase(town: Town, email: str, passphrase: str) -> tuple[Challenge, bool]:
    with town.work(writes=False) as work:
        tried = log_in.challenge(work, email)
    return tried, log_in.is_right(tried, log_in.prove(tried, passphrase))


def open_session(town: Town, key: str) -> SessionSecret:
    with town.work(writes=False) as work:
        tried = log_in.challenge(work, town.people[key].email)
    keys = log_in.prove(tried, PASSPHRASE)
    with town.committed() as work:
        return log_in.log_in(work, tried, keys, remembered=0)


def test_the_right_passphrase_opens_the_same_secret(town: Town) -> None:
    cookie = open_session(town, "coordinator")
    with town.work(writes=False) as work:
        state = sessions.find(work, cookie)
        assert state is not None
        assert state.user_secret == town.people["coordinator"].secret
        assert sessions.is_live(work, state) is not None


def test_a_wrong_passphrase_and_an_unknown_address_are_refused(town: Town) -> None:
    assert not try_passphrase(town, "coordinator@proefdorp.test", "appel banaan")[1]
    tried, right = try_passphrase(town, "nobody@proefdorp.test", PASSPHRASE)
    assert not right
    assert tried.cost == try_passphrase(town, "worker@proefdorp.test", PASSPHRASE)[0].cost


def test_an_unknown_address_has_the_same_salt_every_time(town: Town) -> None:
    first, _ = try_passphrase(town, "nobody@proefdorp.test", PASSPHRASE)
    second, _ = try_passphrase(town, " Nobody@Proefdorp.test ", PASSPHRASE)
    assert (first.salt, first.account_id) == (second.salt, second.account_id)


@pytest.mark.one_engine
def test_the_databases_are_asked_the_same_for_known_and_unknown_addresses(town: Town) -> None:
    refused(town, "somebody@proefdorp.test")  # the first entry of a thread opens its segment
    known, unknown = (refused(town, f"{name}@proefdorp.test") for name in ("worker", "nobody"))
    assert known == unknown
    assert any("FROM credential" in statement for statement in known)


def refused(town: Town, email: str) -> list[str]:
    """Every statement of a refused log-in, on both databases."""
    asked: list[str] = []

    def hear(*heard: Any) -> None:
        asked.append(heard[2])

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        with town.work(writes=False) as work:
            tried = log_in.challenge(work, email)
        with town.work() as work:
            log_in.claim(work, tried, None)
        assert not log_in.is_right(tried, log_in.prove(tried, "appel banaan"))
        with town.committed() as work:
            log_in.refuse(work, tried)
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    return asked


def test_a_swapped_public_key_is_noticed(town: Town) -> None:
    with town.committed() as work:
        mine = work.keys.get_one(UserKey, town.people["coordinator"].account_id)
        other = work.keys.get_one(UserKey, town.people["worker"].account_id)
        mine.public_key = other.public_key
    with pytest.raises(CannotOpen):
        open_session(town, "coordinator")


@pytest.mark.parametrize("minutes", [15, 16, 600])
def test_a_session_ends_when_idle(town: Town, minutes: int) -> None:
    cookie = open_session(town, "worker")
    town.clock.move_to(town.clock.now() + timedelta(minutes=minutes))
    with town.work(writes=False) as work:
        state = sessions.find(work, cookie)
        assert state is not None, "it still tells whose words to seal"
        assert sessions.is_live(work, state) is None


def test_deactivation_and_changed_roles_end_it_at_once(town: Town) -> None:
    cookie = open_session(town, "worker")
    with town.committed() as work:
        work.data.get_one(Account, town.people["worker"].account_id).session_epoch += 1
    with town.work(writes=False) as work:
        state = sessions.find(work, cookie)
        assert state is not None
        assert sessions.is_live(work, state) is None


def test_a_copied_row_without_its_cookie_opens_nothing(town: Town) -> None:
    open_session(town, "worker")
    with town.work(writes=False) as work:
        assert sessions.find(work, SessionSecret(b"\x01" * 32)) is None
