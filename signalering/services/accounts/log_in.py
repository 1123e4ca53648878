"""Log in and unlock in one Argon2id run, which never stands inside a transaction.

challenge (read) -> claim (its own write) -> prove (no transaction) -> log_in (write). An unknown
address goes the same way with a salt of its own, so neither text nor time tells who has an account.
"""

import hmac
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, Denied, NotFound
from signalering.domain.lifecycles import AccountState, Stage, UnlockWay
from signalering.domain.throttles import Tried
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential, UserWrap
from signalering.services.accounts import second_factor, sessions, throttle
from signalering.services.accounts.actors import actor_of, first_hat
from signalering.services.accounts.enrol import cost_of
from signalering.services.audit.record import record
from signalering.services.keys.alarm import check_own_key
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault import passphrases, users
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.passphrases import LoginKeys
from signalering.vault.stretching import LOGGING_IN, Cost


@dataclass(frozen=True)
class Challenge:
    """What a passphrase is tried against."""

    account_id: UUID
    known: bool
    salt: bytes
    cost: Cost
    verifier_hash: bytes = field(repr=False)


def challenge(work: Work, email: str) -> Challenge:
    """The challenge of an address; an unknown one gets one that nothing meets."""
    address = email.strip().lower()
    found = work.data.scalar(
        select(Account.id).where(Account.email == address, Account.state == AccountState.ACTIVE)
    )
    digest = hmac.digest(work.settings.lookup_key, address.encode(), "sha256")
    nobody = UUID(bytes=digest[:16])
    # The keystore is asked for nobody's too: what is skipped for a stranger is time that tells.
    proven = _of_account(work, found or nobody)
    if found is not None and proven is not None:
        return proven
    return Challenge(
        account_id=nobody,
        known=False,
        salt=digest[16:],
        cost=cost_of(work.settings),
        verifier_hash=os.urandom(32),
    )


def challenge_of(work: Work, account_id: UUID) -> Challenge:
    """The challenge of somebody logged in. Raises NotFound when they have no passphrase."""
    found = _of_account(work, account_id)
    if found is None:
        raise NotFound
    return found


def _of_account(work: Work, account_id: UUID) -> Challenge | None:
    credential = work.keys.get(Credential, account_id)
    if credential is None:
        return None
    return Challenge(
        account_id=account_id,
        known=True,
        salt=credential.salt,
        cost=Cost(credential.memory_kib, credential.iterations),
        verifier_hash=credential.verifier_hash,
    )


def turn_of(account_id: UUID, browser: str | None) -> tuple[Tried, str]:
    """In which bucket a try counts: `browser` is the id of one that this account logged in from.

    Such a browser has a bucket of its own, which strangers can't fill.
    """
    if browser is None:
        return Tried.LOG_IN, str(account_id)
    return Tried.KNOWN_LOG_IN, f"{account_id} {browser}"


def claim(work: Work, tried: Challenge, browser: str | None) -> None:
    """Take one try, for known and unknown addresses alike. Raises TooOften."""
    throttle.claim(work, *turn_of(tried.account_id, browser))


def in_turn() -> AbstractContextManager[None]:
    """A place among those who wait for their run, from before `claim` until after `prove`.

    Raises Crowded when all are taken.
    """
    return LOGGING_IN.place()


def prove(tried: Challenge, passphrase: str) -> LoginKeys:
    """The one Argon2id run. Takes a good part of a second; no transaction may be open."""
    master = passphrases.derive(passphrase, tried.salt, tried.cost)
    return passphrases.login_keys(master, tried.account_id)


def is_right(tried: Challenge, keys: LoginKeys) -> bool:
    """Whether the passphrase was the account's."""
    return passphrases.matches(keys.verifier, tried.verifier_hash) and tried.known


def refuse(work: Work, tried: Challenge) -> None:
    """Account for a refused log-in; an address that nobody has is not written down."""
    record(
        work,
        AuditAction.LOG_IN_REFUSED,
        tried.account_id if tried.known else None,
        outcome="refused",
    )


def log_in(
    work: Work,
    tried: Challenge,
    keys: LoginKeys,
    *,
    browser: str | None = None,
    remembered: int | None = None,
) -> SessionSecret:
    """Begin a session in the account's first hat; gives what the cookie keeps.

    The session opens nothing yet where a second factor is asked (services/accounts/second_factor);
    `remembered` is the session epoch for which this browser gave one today. Raises Denied when the
    account ended meanwhile, CannotOpen when the wrap or the public key is not the one the
    passphrase leads to (somebody swapped it).
    """
    account = work.data.get(Account, tried.account_id)
    if account is None or account.state != AccountState.ACTIVE:
        raise Denied
    secret = unwrap(work, tried.account_id, keys)
    waits = second_factor.next_stage(work, account, keys.totp_key, remembered)
    hat = first_hat(account)
    work.actor = actor_of(work, account, hat)
    sessions.sweep(work)
    for known in {browser, None}:
        throttle.forgive(work, *turn_of(account.id, known))
    cookie = sessions.begin(
        work, account, hat, secret, stage=waits.stage, totp_secret=waits.totp_secret
    )
    if waits.stage is Stage.SECOND_FACTOR:
        record(work, AuditAction.LOG_IN, account.id, outcome="waiting")
        return cookie
    work.opened = Opened(account.id, secret)
    record(work, AuditAction.LOG_IN, account.id)
    return cookie


def unwrap(work: Work, account_id: UUID, keys: LoginKeys) -> UserSecret:
    """The user secret behind a proven passphrase. Raises CannotOpen."""
    wrap = work.keys.scalar(
        select(UserWrap).where(
            UserWrap.account_id == account_id, UserWrap.way == UnlockWay.PASSPHRASE
        )
    )
    if wrap is None:
        raise CannotOpen
    secret = users.unwrap_user_secret(keys.kek, wrap.wrapped, account_id, UnlockWay.PASSPHRASE)
    check_own_key(work, account_id, secret)
    return secret
