"""Open a locked session again, or unlock one that was begun without keys."""

from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.domain.lifecycles import UnlockWay
from signalering.domain.views.accounts.unlock import UnlockView
from signalering.models.keys.user import Credential, UserWrap
from signalering.services.accounts import sessions
from signalering.services.accounts.sessions import SessionState
from signalering.services.audit.record import record
from signalering.services.keys.alarm import check_own_key
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.stretching import UNLOCKING

PIN = "pin"
# What was opened, and the cookie under which the session goes on.
Unlocked = tuple[Opened, SessionSecret]


def ways_in(work: Work, state: SessionState) -> UnlockView:
    """Who it is, and what opens this session again."""
    account_id = state.account_id
    wraps = set(work.keys.scalars(select(UserWrap.way).where(UserWrap.account_id == account_id)))
    return UnlockView(
        name=work.by().name,
        locked=sessions.is_locked(work, state) is not None,
        pin=state.has_pin,
        passphrase=UnlockWay.PASSPHRASE in wraps
        and work.keys.get(Credential, account_id) is not None,
        passkey=UnlockWay.PASSKEY in wraps,
    )


def in_turn() -> AbstractContextManager[None]:
    """A place among those who unlock, from before a try is claimed until it was tried.

    Raises Crowded when all are taken.
    """
    return UNLOCKING.place()


def unlock(work: Work, cookie: SessionSecret, secret: UserSecret, way: str) -> SessionSecret:
    """Put the keys into the session, used as of now; gives its new cookie. `way` is an UnlockWay,

    or PIN. Whoever copied the old cookie has nothing any more.

    Raises NotAllowedNow when the session ended meanwhile, CannotOpen when the public key in
    store isn't that of the secret (somebody swapped it).
    """
    state = sessions.find(work, cookie, hold=True)
    if state is None or not (sessions.is_live(work, state) or sessions.is_locked(work, state)):
        raise NotAllowedNow
    check_own_key(work, state.account_id, secret)
    fresh = sessions.renew(work, cookie, replace(state, user_secret=secret))
    work.opened.account_id, work.opened.user_secret = state.account_id, secret
    record(work, AuditAction.SESSION_UNLOCKED, state.account_id, way=way)
    return fresh


def was_refused(work: Work, way: str) -> None:
    """Account for a passphrase or passkey that opened nothing."""
    record(work, AuditAction.UNLOCK_REFUSED, work.by().account_id, outcome="refused", way=way)
