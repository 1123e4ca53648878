"""Sessions of the town's people, begun and looked at without a browser."""

from datetime import timedelta

from kit.town import Town
from signalering.models.accounts.account import Account
from signalering.services.accounts import pin, sessions
from signalering.services.accounts.sessions import SessionState
from signalering.vault.kinds import SessionSecret

PIN = "402815"


def begun(town: Town, key: str = "worker", *, with_pin: bool = False) -> SessionSecret:
    """A session of this person, unlocked, with a PIN if wanted."""
    person = town.people[key]
    with town.committed(key) as work:
        account = work.data.get_one(Account, person.account_id)
        cookie = sessions.begin(work, account, person.hat, person.secret)
    if with_pin:
        sealed = pin.sealed_with(town.house, cookie, PIN, person.secret)
        with town.committed(key) as work:
            pin.choose(work, cookie, sealed)
    return cookie


def later(town: Town, **time: float) -> None:
    """Let time pass."""
    town.clock.move_to(town.clock.now() + timedelta(**time))


def state_of(town: Town, cookie: SessionSecret) -> SessionState:
    """What the cookie opens. Fails when there is no such session."""
    with town.work(writes=False) as work:
        state = sessions.find(work, cookie)
    assert state is not None
    return state


def standing(town: Town, cookie: SessionSecret) -> str:
    """open, locked, ended or gone."""
    with town.work(writes=False) as work:
        state = sessions.find(work, cookie)
        if state is None:
            return "gone"
        if sessions.is_live(work, state):
            return "open"
        return "locked" if sessions.is_locked(work, state) else "ended"


def swept(town: Town) -> None:
    """The sweep that every log-in and the upkeep do."""
    with town.committed() as work:
        sessions.sweep(work)
