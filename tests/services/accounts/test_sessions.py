"""Open, locked, ended: when a session is which, and what its row is good for then."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from kit.sessions import begun, later, standing, state_of, swept
from kit.town import Town
from sqlalchemy import select

from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.services.accounts import sessions
from signalering.services.accounts.session_state import SessionState, write
from signalering.vault.sessions import new_session_secret


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(0, "open"), (14.9, "open"), (15, "locked"), (479, "locked"), (480, "ended")],
)
def test_after_a_quarter_it_locks_and_after_eight_hours_it_ends(
    town: Town, minutes: float, expected: str
) -> None:
    cookie = begun(town)
    later(town, minutes=minutes)
    assert standing(town, cookie) == expected


def test_use_does_not_make_it_longer_than_eight_hours(town: Town) -> None:
    cookie = begun(town)
    for _ in range(32):
        later(town, minutes=14.9)
        with town.committed() as work:
            sessions.keep(work, cookie, state_of(town, cookie))
    later(town, minutes=4)
    assert standing(town, cookie) == "ended"


def test_a_locked_row_has_no_keys_and_still_says_whose_it_is(town: Town) -> None:
    cookie = begun(town, with_pin=True)
    later(town, minutes=20)
    with town.committed() as work:
        sessions.shut(work, cookie)
    state = state_of(town, cookie)
    assert (state.user_secret, state.has_keys, state.has_pin) == (None, False, True)
    assert state.account_id == town.people["worker"].account_id


def test_an_open_one_is_not_shut(town: Town) -> None:
    cookie = begun(town)
    later(town, minutes=14)
    with town.committed() as work:
        sessions.shut(work, cookie)
    assert state_of(town, cookie).user_secret == town.people["worker"].secret


def test_an_ended_one_loses_its_pin_too(town: Town) -> None:
    cookie = begun(town, with_pin=True)
    with town.committed() as work:
        work.data.get_one(Account, town.people["worker"].account_id).session_epoch += 1
    with town.committed() as work:
        sessions.shut(work, cookie)
    assert not state_of(town, cookie).has_pin


@pytest.mark.parametrize("seconds", range(0, 60, 7))
def test_a_sweep_never_shuts_what_was_used_within_a_quarter(town: Town, seconds: int) -> None:
    cookie = begun(town)
    # Used, and not written down: the last use that is written was within the minute.
    later(town, seconds=seconds)
    used = town.clock.now()
    for minutes in range(1, 15):
        town.clock.move_to(used + timedelta(minutes=minutes, seconds=59))
        swept(town)
        assert state_of(town, cookie).has_keys


def test_sweeps_take_keys_then_pins_then_rows(town: Town) -> None:
    cookie = begun(town, with_pin=True)
    later(town, minutes=31)
    swept(town)
    assert (state_of(town, cookie).has_keys, state_of(town, cookie).has_pin) == (False, True)
    later(town, hours=8)
    swept(town)
    assert not state_of(town, cookie).has_pin
    later(town, days=1)
    swept(town)
    assert standing(town, cookie) == "gone"


def test_the_expiry_in_clear_is_a_whole_quarter(town: Town) -> None:
    later(town, seconds=123)
    begun(town)
    with town.work(writes=False) as work:
        (expires_at,) = work.data.scalars(select(LogInSession.expires_at))
    assert expires_at.timestamp() % 900 == 0


def test_another_hat_that_was_taken_away_ends_it(town: Town) -> None:
    with town.committed() as work:
        account = work.data.get_one(Account, town.people["worker"].account_id)
        cookie = sessions.begin(work, account, Hat.COORDINATOR, town.people["worker"].secret)
    assert standing(town, cookie) == "ended"


@pytest.mark.one_engine
def test_the_size_of_a_row_tells_neither_the_hat_nor_what_became_of_the_pin() -> None:
    cookie = new_session_secret()
    now = datetime(2026, 3, 2, 9, 0, 0, 123456, UTC)
    sizes = set()
    for hat in Hat:
        for beside in (None, new_session_secret()):
            for at in (now, now.replace(microsecond=0)):
                row = LogInSession()
                write(row, cookie, SessionState(uuid4(), hat, 12, at, at, pin_beside=beside))
                sizes.add(len(row.sealed))
    assert len(sizes) == 1
