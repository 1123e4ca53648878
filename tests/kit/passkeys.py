"""Passkeys of the town's people, made and shown through the services."""

import pytest
from sqlalchemy import select

from kit.authenticator import Authenticator, Lie
from kit.town import Town
from signalering.domain.commands.accounts.passkey_add import AddPasskey
from signalering.domain.commands.accounts.passkey_log_in import ShownPasskey
from signalering.domain.errors import (
    PasskeyRefused,
)
from signalering.models.keys.passkey import Passkey
from signalering.services.accounts import passkey_log_in, sessions
from signalering.services.accounts.passkey_add import add_passkey
from signalering.services.accounts.passkey_challenge import (
    Asked,
    Purpose,
    ask_to_make,
    ask_to_show,
    spend,
)
from signalering.services.accounts.sessions import SessionState


def make(town: Town, key: str, device: Authenticator, lie: Lie | None = None) -> bool:
    """Add a passkey to this person's account."""
    with town.work(key, writes=False) as work:
        asked = ask_to_make(work, town.people[key].account_id)
    answer, prf = device.make(asked.options, lie or Lie())
    with town.committed(key) as work:
        command = AddPasskey(answer, prf, "Werklaptop")
        return add_passkey(work, just_in(town, key), asked.kept, command)


def just_in(town: Town, key: str) -> SessionState:
    """The session of somebody who logged in this moment."""
    person, now = town.people[key], town.clock.now()
    return SessionState(person.account_id, person.hat, 1, now, now, person.secret)


def ask(town: Town, key: str | None = None, purpose: Purpose = Purpose.LOG_IN) -> Asked:
    with town.work(writes=False) as work:
        return ask_to_show(work, town.people[key].account_id if key else None, purpose)


def log_in(
    town: Town, asked: Asked, shown: tuple[str, str], before: SessionState | None = None
) -> SessionState:
    """What the session that begins holds."""
    with town.committed() as work:
        challenge = spend(work, asked.kept, Purpose.LOG_IN)
        proven = passkey_log_in.prove(work, challenge, ShownPasskey(*shown))
        cookie = passkey_log_in.log_in(work, proven, before)
    with town.work(writes=False) as work:
        state = sessions.find(work, cookie)
        assert state is not None
        return state


def refused(town: Town, asked: Asked, shown: tuple[str, str]) -> str:
    """The code with which it is refused."""
    with pytest.raises(PasskeyRefused) as caught:
        log_in(town, asked, shown)
    return caught.value.code


def id_of(town: Town, device: Authenticator) -> Passkey:
    with town.work(writes=False) as work:
        wanted = Passkey.credential_id == device.credential_id
        found = work.keys.scalars(select(Passkey).where(wanted)).one()
        work.keys.expunge(found)
        return found
