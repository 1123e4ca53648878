"""A PIN for this one session: chosen, and tried when the session is locked.

The Argon2id runs stand between the transactions: `sealed_with` before `choose`, `matching`
between `claim_try` and its outcome.
"""

from sqlalchemy import delete, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, NotAllowedNow
from signalering.domain.pins import TRIES
from signalering.models.accounts.session import LogInSession
from signalering.services.accounts.enrol import cost_of
from signalering.services.accounts.session_state import SessionState
from signalering.services.audit.record import record
from signalering.services.work import House, Work
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.pins import open_with_pin, seal_with_pin
from signalering.vault.sessions import find_hash


def beside(cookie: SessionSecret, state: SessionState) -> SessionSecret:
    """What the PIN of a session stands beside: its cookie, or the first one that it had."""
    return state.pin_beside or cookie


def sealed_with(house: House, cookie: SessionSecret, pin: str, secret: UserSecret) -> bytes:
    """The user secret under cookie and PIN. One Argon2id run: no transaction may be open."""
    return seal_with_pin(cookie, pin, secret, cost_of(house.settings))


def matching(house: House, cookie: SessionSecret, pin: str, sealed: bytes) -> UserSecret | None:
    """The user secret if the PIN is right. One Argon2id run: no transaction may be open."""
    try:
        return open_with_pin(cookie, pin, sealed, cost_of(house.settings))
    except CannotOpen:
        return None


def choose(work: Work, cookie: SessionSecret, sealed: bytes) -> None:
    """Keep what opens this session again. Raises NotAllowedNow when the session is gone."""
    changed = work.data.scalar(
        update(LogInSession)
        .where(LogInSession.find_hash == find_hash(cookie), LogInSession.keys_sealed.is_not(None))
        .values(pin_sealed=sealed, pin_tries=0)
        .returning(LogInSession.find_hash)
    )
    if changed is None:
        raise NotAllowedNow
    record(work, AuditAction.PIN_CHOSEN, work.by().account_id)


def claim_try(work: Work, cookie: SessionSecret) -> bytes:
    """Take one of the tries, to be committed before the PIN is tried; gives what it is tried on.

    One statement counts: however many come at once, no more than three get something to try.
    Raises NotAllowedNow when there is none left.
    """
    sealed: bytes | None = work.data.scalar(
        update(LogInSession)
        .where(
            LogInSession.find_hash == find_hash(cookie),
            LogInSession.pin_sealed.is_not(None),
            LogInSession.pin_tries < TRIES,
        )
        .values(pin_tries=LogInSession.pin_tries + 1)
        .returning(LogInSession.pin_sealed)
    )
    if sealed is None:
        raise NotAllowedNow
    return sealed


def was_wrong(work: Work, cookie: SessionSecret) -> int:
    """Account for a wrong PIN; gives how many tries are left. The third destroys the session."""
    record(
        work,
        AuditAction.UNLOCK_REFUSED,
        work.by().account_id,
        outcome="refused",
        way="pin",
    )
    found = LogInSession.find_hash == find_hash(cookie)
    work.data.execute(delete(LogInSession).where(found, LogInSession.pin_tries >= TRIES))
    row = work.data.get(LogInSession, find_hash(cookie), populate_existing=True)
    return TRIES - row.pin_tries if row is not None else 0
