"""Log in with a passkey: it proves who somebody is, and with PRF it opens their keys too.

The authenticator verified its holder (by touch, face or PIN), so this counts as two factors.
"""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select, update

from signalering.domain.audit_actions import AuditAction
from signalering.domain.commands.accounts.passkey_log_in import ShownPasskey
from signalering.domain.errors import CannotOpen, PasskeyRefused
from signalering.domain.lifecycles import AccountState, Stage, UnlockWay
from signalering.models.accounts.account import Account
from signalering.models.keys.passkey import Passkey
from signalering.models.keys.user import UserWrap
from signalering.services.accounts import sessions
from signalering.services.accounts.actors import actor_of, first_hat
from signalering.services.accounts.passkey_challenge import party
from signalering.services.accounts.second_factor import Pending
from signalering.services.accounts.sessions import SessionState
from signalering.services.accounts.unlock import unlock
from signalering.services.audit.record import record
from signalering.services.keys.alarm import check_own_key
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault import passkeys as vault
from signalering.vault import users
from signalering.vault.kinds import SessionSecret, UserSecret
from signalering.vault.passphrases import passkey_kek


@dataclass(frozen=True)
class Proven:
    """Whose passkey was shown, and their user secret where it opens one."""

    passkey: Passkey
    account: Account
    secret: UserSecret | None = field(repr=False)


@dataclass(frozen=True)
class Before:
    """What the browser had when it showed the passkey: nothing, a session of `shut_of` that is

    locked or has no keys, or one that waits for its second step.
    """

    cookie: SessionSecret | None = field(default=None, repr=False)
    shut_of: UUID | None = None
    waiting: Pending | None = None


def prove(work: Work, challenge: bytes, shown: ShownPasskey) -> Proven:
    """Check what was shown against a spent challenge.

    Raises PasskeyRefused, CannotOpen when the public key in store isn't that of the secret
    (somebody swapped it).
    """
    read = vault.read_assertion(shown.answer)
    passkey = _found(work, read.credential_id)
    account = work.data.get(Account, passkey.account_id) if passkey else None
    if passkey is None or account is None or account.state != AccountState.ACTIVE:
        raise PasskeyRefused("passkey_unknown")
    if read.user_handle not in (None, account.id.bytes):
        raise PasskeyRefused
    counter = vault.check_assertion(party(work), challenge, shown.answer, passkey.public_key)
    _count(work, passkey, counter)
    return Proven(passkey, account, _unwrapped(work, passkey, shown.prf))


def go_on(work: Work, proven: Proven, before: Before) -> SessionSecret:
    """Unlock the session there was, or begin a fresh one; gives what the cookie keeps.

    Raises PasskeyRefused when another account's passkey was shown than asked, or one that doesn't
    open what is locked; NotAllowedNow when the locked session ended meanwhile.
    """
    wanted = before.waiting.state.account_id if before.waiting else before.shut_of
    if wanted is not None and wanted != proven.account.id:
        raise PasskeyRefused("passkey_other_account")
    if before.shut_of is not None and before.cookie is not None:
        if proven.secret is None:
            raise PasskeyRefused("passkey_opens_nothing")
        return unlock(work, before.cookie, proven.secret, UnlockWay.PASSKEY)
    if before.cookie is not None:  # it is about to be replaced: nobody may use it any more
        sessions.end(work, before.cookie)
    return log_in(work, proven, before.waiting.state if before.waiting else None)


def log_in(work: Work, proven: Proven, before: SessionState | None) -> SessionSecret:
    """Begin a session; gives what the cookie keeps.

    `before` is a session of this browser that waits for its second factor: it gives the keys
    that its passphrase opened.
    """
    account, secret, hat = proven.account, proven.secret, first_hat(proven.account)
    if before is not None and before.account_id == account.id:
        if before.stage is Stage.SECOND_FACTOR and before.epoch == account.session_epoch:
            secret = secret or before.user_secret
        if before.hat in {row.hat for row in account.hats}:
            hat = before.hat
    work.actor = actor_of(work, account, hat)
    work.opened = Opened(account.id, secret)
    sessions.sweep(work)
    cookie = sessions.begin(work, account, hat, secret)
    record(work, AuditAction.LOG_IN, account.id)
    return cookie


def turn_of(shown: ShownPasskey) -> str:
    """Under which name a try counts: the passkey's own, so that nobody fills another's bucket."""
    try:
        return vault.read_assertion(shown.answer).credential_id.hex()
    except PasskeyRefused:
        return "unreadable"


def refuse(work: Work, shown: ShownPasskey, error: PasskeyRefused | CannotOpen) -> None:
    """Account for what was refused; a passkey that nobody has is not written down."""
    try:
        passkey = _found(work, vault.read_assertion(shown.answer).credential_id)
    except PasskeyRefused:
        passkey = None
    if passkey is None:
        record(work, AuditAction.PASSKEY_REFUSED, outcome="refused", cause=error.code)
        return
    record(
        work,
        AuditAction.PASSKEY_REFUSED,
        passkey.account_id,
        outcome="refused",
        passkey_id=passkey.id,
        cause=error.code,
    )


def _found(work: Work, credential_id: bytes) -> Passkey | None:
    return work.keys.scalar(select(Passkey).where(Passkey.credential_id == credential_id))


def _count(work: Work, passkey: Passkey, counter: int) -> None:
    """Keep the counter. One that doesn't grow tells of a copy (WebAuthn level 3, section 6.1.1);

    passkeys that are kept on several devices have none and say zero for ever.
    """
    if counter == 0 and passkey.sign_count == 0:
        return
    grown = work.keys.scalar(
        update(Passkey)
        .where(Passkey.id == passkey.id, Passkey.sign_count < counter)
        .values(sign_count=counter)
        .returning(Passkey.id)
        .execution_options(synchronize_session=False)
    )
    if grown is None:
        raise PasskeyRefused("passkey_copied")


def _unwrapped(work: Work, passkey: Passkey, prf: str) -> UserSecret | None:
    """The user secret; None when this passkey has no wrap, or another key than it was made with."""
    output = vault.prf_output(prf)
    wrap = work.keys.get(UserWrap, passkey.id)
    if output is None or wrap is None or wrap.way != UnlockWay.PASSKEY:
        return None
    account_id = passkey.account_id
    try:
        kek = passkey_kek(output, account_id)
        secret = users.unwrap_user_secret(kek, wrap.wrapped, account_id, UnlockWay.PASSKEY)
    except CannotOpen:
        return None
    check_own_key(work, account_id, secret)
    return secret
