"""Forgotten words, and a personal recovery code: new words for the same keys.

The code opens once: what it opened is deleted with the new words, which come with a new code.
Every failure is one answer, after the same work: an unknown address tries a wrap that nothing
opens. The codes of the second factor were sealed under the old words and are set up afresh.
"""

import hmac
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import delete, select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import AccountState, UnlockWay
from signalering.domain.states import Hat
from signalering.domain.throttles import Tried
from signalering.domain.views.accounts.drawn import Drawn
from signalering.models.accounts.account import Account
from signalering.models.keys.user import UserWrap
from signalering.services.accounts import throttle
from signalering.services.accounts.arrive import arrive
from signalering.services.accounts.enrol import Enrolment, cost_of, enrol, store
from signalering.services.audit.record import record
from signalering.services.keys.alarm import check_own_key, refuse_swapped
from signalering.services.work import Work
from signalering.vault import users
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.links import Carrier, carrier_of
from signalering.vault.recovery_codes import code_kek, normalise

NOTHING = bytes(61)
"""As long as a wrap of a secret."""


@dataclass(frozen=True)
class Found:
    """What the code opened."""

    account_id: UUID
    hats: frozenset[Hat]
    wrap_id: UUID
    secret: UserSecret = field(repr=False)


def carrier(code: str) -> Carrier:
    """The page is sealed under the code itself: who doesn't have it opens nothing."""
    return carrier_of(normalise(code), "recovery")


def enrolled(work: Work, found: Found, drawn: Drawn) -> Enrolment:
    """The one Argon2id run over the new words, which open the same keys; outside transactions."""
    return enrol(
        found.account_id,
        " ".join(drawn.words),
        cost_of(work.settings),
        secret=found.secret,
        code=drawn.code,
    )


def claim(work: Work, email: str) -> None:
    """Take one try, for known and unknown addresses alike. Raises TooOften."""
    throttle.claim(work, Tried.RECOVERY, email.strip().lower())


def find(work: Work, email: str, code: str) -> Found:
    """What this code opens of this address. Raises CannotOpen, whatever is wrong."""
    address = email.strip().lower()
    account = work.data.scalar(
        select(Account).where(Account.email == address, Account.state == AccountState.ACTIVE)
    )
    digest = hmac.digest(work.settings.lookup_key, address.encode(), "sha256")
    account_id = account.id if account is not None else UUID(bytes=digest[:16])
    wrap = work.keys.scalar(
        select(UserWrap).where(
            UserWrap.account_id == account_id, UserWrap.way == UnlockWay.RECOVERY_CODE
        )
    )
    secret = users.unwrap_user_secret(
        code_kek(code, account_id),
        wrap.wrapped if wrap is not None else NOTHING,
        account_id,
        UnlockWay.RECOVERY_CODE,
    )
    if account is None or wrap is None:
        raise CannotOpen
    refuse_swapped(work, account_id, secret)
    return Found(account.id, frozenset(Hat(row.hat) for row in account.hats), wrap.id, secret)


def right(work: Work, email: str) -> None:
    """The code was right: the tries before it no longer count."""
    throttle.forgive(work, Tried.RECOVERY, email.strip().lower())


def refuse(work: Work, email: str) -> None:
    """Account for a refused code; an address that nobody has is not written down."""
    address = email.strip().lower()
    account_id = work.data.scalar(select(Account.id).where(Account.email == address))
    cause = "recovery_code"
    record(work, AuditAction.LOG_IN_REFUSED, account_id, outcome="refused", cause=cause)


def recover(work: Work, found: Found, enrolment: Enrolment) -> SessionSecret:
    """Use the code up, store the new words, begin a session; every earlier session ends.

    Raises CannotOpen when the code was used by somebody quicker, or the public key was swapped.
    """
    check_own_key(work, found.account_id, found.secret)
    account = work.data.get_one(Account, found.account_id, with_for_update=True)
    if account.state != AccountState.ACTIVE or enrolment.account_id != account.id:
        raise CannotOpen
    used = work.keys.scalar(
        delete(UserWrap).where(UserWrap.id == found.wrap_id).returning(UserWrap.id)
    )
    if used is None:
        raise CannotOpen
    store(work, enrolment)
    account.session_epoch += 1
    work.data.flush()
    cookie = arrive(work, account, enrolment.secret)
    record(work, AuditAction.RECOVERY_USED, account.id)
    return cookie
