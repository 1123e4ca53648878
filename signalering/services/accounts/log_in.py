"""Log in and unlock in one Argon2id run, which never stands inside a transaction.

challenge (read) -> prove (no transaction) -> log_in (write). An unknown address goes the same way
with a salt of its own, so neither text nor time tells who has an account.
"""

import hmac
import os
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import CannotOpen, Denied
from signalering.domain.lifecycles import AccountState, UnlockWay
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential, UserKey, UserWrap
from signalering.services.accounts import sessions
from signalering.services.accounts.actors import actor_of, first_hat
from signalering.services.accounts.enrol import cost_of
from signalering.services.audit.record import record
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault import passphrases, users
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.passphrases import Cost, LoginKeys


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
    account = work.data.scalar(
        select(Account).where(Account.email == address, Account.state == AccountState.ACTIVE)
    )
    credential = work.keys.get(Credential, account.id) if account else None
    if account is None or credential is None:
        digest = hmac.digest(work.settings.lookup_key, address.encode(), "sha256")
        return Challenge(
            account_id=UUID(bytes=digest[:16]),
            known=False,
            salt=digest[16:],
            cost=cost_of(work.settings),
            verifier_hash=os.urandom(32),
        )
    return Challenge(
        account_id=account.id,
        known=True,
        salt=credential.salt,
        cost=Cost(credential.memory_kib, credential.iterations),
        verifier_hash=credential.verifier_hash,
    )


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


def log_in(work: Work, tried: Challenge, keys: LoginKeys) -> SessionSecret:
    """Begin a session in the account's first hat; gives what the cookie keeps.

    Raises Denied when the account ended meanwhile, CannotOpen when the wrap or the public key
    is not the one the passphrase leads to (somebody swapped it).
    """
    account = work.data.get(Account, tried.account_id)
    if account is None or account.state != AccountState.ACTIVE:
        raise Denied
    secret = unwrap(work, tried.account_id, keys)
    hat = first_hat(account)
    work.actor = actor_of(work, account, hat)
    work.opened = Opened(account.id, secret)
    sessions.sweep(work)
    cookie = sessions.begin(work, account, hat, secret)
    record(work, AuditAction.LOG_IN, account.id)
    return cookie


def unwrap(work: Work, account_id: UUID, keys: LoginKeys) -> UserSecret:
    """The user secret behind a proven passphrase. Raises CannotOpen."""
    wrap = work.keys.scalar(
        select(UserWrap).where(
            UserWrap.account_id == account_id, UserWrap.way == UnlockWay.PASSPHRASE
        )
    )
    stored = work.keys.get(UserKey, account_id)
    if wrap is None or stored is None:
        raise CannotOpen
    secret = users.unwrap_user_secret(keys.kek, wrap.wrapped, account_id, UnlockWay.PASSPHRASE)
    if users.swapped(secret, stored.public_key):
        raise CannotOpen
    return secret
