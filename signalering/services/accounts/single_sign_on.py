"""Log in by the organisation's own log-in service: it authenticates and unlocks nothing.

It leads to an existing account only. The first time, a verified address finds the account and the
account's passphrase confirms the link: an address alone is never enough. Who needs a second factor
gives the passphrase every time; it and the service's word are the two.
"""

from sqlalchemy import select

from signalering.config import Settings
from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import Conflict, SignOnRefused
from signalering.domain.lifecycles import AccountState
from signalering.domain.throttles import Tried
from signalering.models.accounts.account import Account
from signalering.models.accounts.identity import ExternalIdentity
from signalering.services.accounts import _provider, second_factor, sessions, throttle
from signalering.services.accounts import log_in as logging_in
from signalering.services.accounts._provider import Asked, Identity
from signalering.services.accounts.actors import actor_of, first_hat
from signalering.services.accounts.log_in import Challenge
from signalering.services.audit.record import record
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret
from signalering.vault.passphrases import LoginKeys

__all__ = ["Asked", "Identity", "begin", "confirm", "identify", "is_offered", "log_in", "start"]


def is_offered(settings: Settings) -> bool:
    """Whether this installation has such a service."""
    return bool(settings.oidc_issuer)


def start(settings: Settings, redirect_uri: str) -> tuple[str, Asked]:
    """Where the browser goes, and what it was asked with. Calls the service: no transaction may

    be open. Raises Unavailable, SignOnRefused.
    """
    asked = _provider.new_asked()
    return _provider.address(_provider.discover(settings), settings, asked, redirect_uri), asked


def begin(work: Work, state: str) -> None:
    """Take the answer to one question once, in a transaction of its own.

    Raises TooOften, SignOnRefused for an answer that was here before.
    """
    throttle.claim(work, Tried.SINGLE_SIGN_ON, state)
    if not throttle.once(work, "single_sign_on", state):
        raise SignOnRefused("sign_on_late")
    work.commit()


def identify(work: Work, asked: Asked, code: str, redirect_uri: str) -> Identity:
    """Who it is, says the service; called outside any transaction.

    Raises Unavailable, SignOnRefused.
    """
    return _provider.exchange(work.settings, asked, code, redirect_uri, work.clock.now())


def log_in(work: Work, who: Identity) -> SessionSecret | None:
    """Begin a session without keys; None when the passphrase must be given first.

    Raises SignOnRefused when this leads to no account.
    """
    account = _account(work, who)
    linked = _linked(work, who) is not None
    if not linked or second_factor.is_asked(work, account):
        return None
    hat = first_hat(account)
    work.actor = actor_of(work, account, hat)
    work.opened = Opened(account.id)
    sessions.sweep(work)
    cookie = sessions.begin(work, account, hat, None)
    record(work, AuditAction.LOG_IN, account.id, way="single_sign_on")
    return cookie


def challenge(work: Work, who: Identity) -> Challenge:
    """What the passphrase is tried against. Raises SignOnRefused when there is no account."""
    account = _account(work, who)
    tried = logging_in.challenge(work, account.email)
    if not tried.known:
        raise SignOnRefused("sign_on_nobody")
    return tried


def confirm(work: Work, who: Identity, tried: Challenge, keys: LoginKeys) -> SessionSecret:
    """Link the identity if it isn't yet, and log in with open keys; the passphrase was right.

    Raises SignOnRefused, Conflict when the account is linked to somebody else's identity.
    """
    account = _account(work, who)
    if account.id != tried.account_id:
        raise SignOnRefused
    if _linked(work, who) is None:
        mine = ExternalIdentity.account_id == account.id
        if work.data.scalar(select(ExternalIdentity).where(mine)) is not None:
            raise Conflict
        work.data.add(
            ExternalIdentity(issuer=who.issuer, subject=who.subject, account_id=account.id)
        )
        record(work, AuditAction.IDENTITY_LINKED, account.id, actor_id=account.id)
    return logging_in.log_in(work, tried, keys, remembered=account.session_epoch)


def _linked(work: Work, who: Identity) -> ExternalIdentity | None:
    return work.data.get(ExternalIdentity, (who.issuer, who.subject))


def _account(work: Work, who: Identity) -> Account:
    link = _linked(work, who)
    if link is not None:
        account = work.data.get(Account, link.account_id)
    else:
        account = work.data.scalar(select(Account).where(Account.email == who.email))
    if account is None or account.state != AccountState.ACTIVE:
        raise SignOnRefused("sign_on_nobody")
    return account
