"""Sessions: the cookie's secret finds the row and opens it; nothing else does either.

A session is *open* while it is used, *locked* after a quarter of an hour without use, and *ended*
eight hours after it began, or at once when its account was shut or changed (`session_epoch`). A
locked row has lost its keys; with the cookie it still says who it was and whose words to seal,
and what was sealed under a PIN opens it again. An ended one opens nothing any more.

The row's expiry is the moment of locking, rounded up to a quarter of an hour. It counts from a
minute later than the last use that is written down: uses within a minute are written once.
"""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import bindparam, delete, select, update

from signalering.domain.access import Actor
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import AccountState, Stage
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.models.base import table_of
from signalering.services.accounts.actors import standing_actor
from signalering.services.accounts.session_state import (
    LONGEST,
    TOUCH_EVERY,
    Kept,
    SessionState,
    read,
    write,
)
from signalering.services.work import Work
from signalering.vault import sessions as vault
from signalering.vault.kinds import SessionSecret, UserSecret

__all__ = [
    "SessionState",
    "begin",
    "end",
    "find",
    "is_live",
    "is_locked",
    "keep",
    "live_actor",
    "needs_touch",
    "renew",
    "shut",
    "sweep",
]

KEPT_ENDED = timedelta(days=1)
_sessions = table_of(LogInSession)
_FIND = select(
    _sessions.c.sealed, _sessions.c.keys_sealed, _sessions.c.pin_sealed, _sessions.c.own_tag
).where(_sessions.c.find_hash == bindparam("find_hash"))


def begin(
    work: Work,
    account: Account,
    hat: Hat,
    secret: UserSecret | None,
    *,
    stage: Stage = Stage.OPEN,
    totp_secret: bytes | None = None,
) -> SessionSecret:
    """A new session row; gives the cookie's secret, which is stored nowhere."""
    cookie = vault.new_session_secret()
    now = work.clock.now()
    state = SessionState(
        account.id, hat, account.session_epoch, now, now, secret, totp_secret, stage
    )
    row = LogInSession(find_hash=vault.find_hash(cookie))
    write(row, cookie, state)
    work.data.add(row)
    return cookie


def find(work: Work, cookie: SessionSecret, *, hold: bool = False) -> SessionState | None:
    """What the cookie opens, be it locked or ended; None when there is no such session.

    With `hold` the row stays as it is until this transaction ends.
    """
    find_hash = vault.find_hash(cookie)
    row: Kept | None
    if hold:
        wanted = select(LogInSession).where(LogInSession.find_hash == find_hash)
        held = wanted.with_for_update().execution_options(populate_existing=True)
        row = work.data.scalar(held)
    else:
        row = work.data.execute(_FIND, {"find_hash": find_hash}).one_or_none()
    if row is None:
        return None
    try:
        return read(row, cookie)
    except (CannotOpen, ValueError, KeyError):
        return None


def live_actor(work: Work, state: SessionState) -> Actor | None:
    """Who acts, unless the session locked or ended (idle, too long, deactivated, roles changed)

    or its second factor is still waited for.
    """
    if state.stage is Stage.SECOND_FACTOR or not state.is_open(work.clock.now()):
        return None
    return standing_actor(work, state.account_id, state.epoch, state.hat)


def is_live(work: Work, state: SessionState) -> Account | None:
    """The account of a session that is open, and past its second factor."""
    return _account_of(work, state) if state.is_open(work.clock.now()) else None


def is_locked(work: Work, state: SessionState) -> Account | None:
    """The account of a session that locked and may be opened again."""
    now = work.clock.now()
    idle = not state.is_open(now) and not state.has_ended(now)
    return _account_of(work, state) if idle else None


def needs_touch(work: Work, state: SessionState) -> bool:
    """Whether the last use stands written more than a minute ago."""
    return work.clock.now() - state.seen >= TOUCH_EVERY


def keep(work: Work, cookie: SessionSecret, state: SessionState, hat: Hat | None = None) -> None:
    """Write the session afresh as used now, perhaps in another hat."""
    row = work.data.get(LogInSession, vault.find_hash(cookie))
    if row is not None:
        write(row, cookie, replace(state, seen=work.clock.now(), hat=hat or state.hat))


def renew(work: Work, cookie: SessionSecret, state: SessionState) -> SessionSecret:
    """Go on as used now under another cookie: the one there was, and each copy of it, is nobody's.

    It ends when it would have, its owner finds it where it was, and its PIN stays good.
    """
    fresh = vault.new_session_secret()
    row = work.data.get_one(LogInSession, vault.find_hash(cookie))
    beside = state.pin_beside or (cookie if state.has_pin else None)
    row.find_hash = vault.find_hash(fresh)
    row.pin_tries = 0
    write(row, fresh, replace(state, seen=work.clock.now(), pin_beside=beside))
    return fresh


def shut(work: Work, cookie: SessionSecret) -> None:
    """Take the keys out of a session that is found locked, and the PIN too once it ended."""
    state = find(work, cookie, hold=True)
    if state is None or is_live(work, state) is not None:
        return
    if state.stage is not Stage.OPEN and state.is_open(work.clock.now()):
        return
    row = work.data.get_one(LogInSession, vault.find_hash(cookie))
    row.keys_sealed = None
    if is_locked(work, state) is None:
        row.pin_sealed = None


def end(work: Work, cookie: SessionSecret) -> None:
    """Delete the session: its cookie opens nothing any more, on no node."""
    work.data.execute(delete(LogInSession).where(LogInSession.find_hash == vault.find_hash(cookie)))


def sweep(work: Work) -> None:
    """Take the keys out of rows that locked and the PIN out of those that ended; delete what

    ended a day ago. How long a locked row had been open stands in its seal: eight hours at most.
    """
    now = work.clock.now()
    work.data.execute(
        update(LogInSession)
        .where(LogInSession.expires_at < now, LogInSession.keys_sealed.is_not(None))
        .values(keys_sealed=None)
    )
    work.data.execute(
        update(LogInSession)
        .where(LogInSession.expires_at < now - LONGEST, LogInSession.pin_sealed.is_not(None))
        .values(pin_sealed=None)
    )
    work.data.execute(
        delete(LogInSession).where(LogInSession.expires_at < now - LONGEST - KEPT_ENDED)
    )


def _account_of(work: Work, state: SessionState) -> Account | None:
    if state.stage is Stage.SECOND_FACTOR:
        return None
    account = work.data.get(Account, state.account_id)
    if account is None or account.state != AccountState.ACTIVE:
        return None
    if account.session_epoch != state.epoch:
        return None
    return account if state.hat in {row.hat for row in account.hats} else None
