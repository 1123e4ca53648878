"""The second step of a log-in: a code of six digits or a passkey, once a day and browser.

Between the two steps stands a session that opens no page. It has ten minutes and five tries; then
it is gone, and the log-in begins again. In the demonstration nobody is asked.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from signalering.domain.audit_actions import AuditAction
from signalering.domain.errors import TooOften
from signalering.domain.hats import needs_second_factor
from signalering.domain.lifecycles import AccountState, Stage
from signalering.domain.states import Hat
from signalering.domain.throttles import Tried
from signalering.models.accounts.account import Account
from signalering.models.keys.user import Credential
from signalering.services.accounts import sessions, throttle, totp
from signalering.services.accounts.actors import actor_of
from signalering.services.accounts.passkeys import has_passkey
from signalering.services.accounts.sessions import SessionState
from signalering.services.audit.record import record
from signalering.services.opened import Opened
from signalering.services.work import Work
from signalering.vault.kinds import RecordKey, SessionSecret
from signalering.vault.sessions import find_hash

WAITS_FOR = timedelta(minutes=10)


@dataclass(frozen=True)
class NextStage:
    """How far a log-in has come, and what its second step is checked with."""

    stage: Stage
    totp_secret: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Pending:
    """A session that waits for its second step."""

    state: SessionState
    has_totp: bool
    has_passkey: bool


def is_asked(work: Work, account: Account) -> bool:
    """Whether this account needs a second factor at all."""
    return not work.settings.demonstration and needs_second_factor(
        Hat(row.hat) for row in account.hats
    )


def has_one(work: Work, account_id: UUID) -> bool:
    """Whether the account has set one up: codes or a passkey."""
    credential = work.keys.get(Credential, account_id)
    if credential is not None and credential.totp_sealed is not None:
        return True
    return has_passkey(work, account_id)


def epoch_of(work: Work, account_id: UUID) -> int:
    """The session epoch to which a browser's memory of the second factor is bound."""
    return work.data.get_one(Account, account_id).session_epoch


def next_stage(
    work: Work, account: Account, totp_key: RecordKey, remembered: int | None
) -> NextStage:
    """What comes after the passphrase. Raises CannotOpen when the codes' secret was tampered with.

    Somebody without a hat that needs a second factor is still asked for the codes they set up.
    """
    if work.settings.demonstration:
        return NextStage(Stage.OPEN)
    credential = work.keys.get(Credential, account.id)
    sealed = credential.totp_sealed if credential is not None else None
    secret = totp.open_secret(totp_key, account.id, sealed) if sealed is not None else None
    asked = is_asked(work, account)
    if secret is None and not (asked and has_passkey(work, account.id)):
        return NextStage(Stage.SET_UP if asked else Stage.OPEN)
    if remembered == account.session_epoch:
        return NextStage(Stage.OPEN)
    return NextStage(Stage.SECOND_FACTOR, secret)


def pending(work: Work, cookie: SessionSecret) -> Pending | None:
    """The session that waits for its second step, if it still does."""
    state = sessions.find(work, cookie)
    if state is None or state.stage is not Stage.SECOND_FACTOR or state.user_secret is None:
        return None
    account = work.data.get(Account, state.account_id)
    if account is None or account.state != AccountState.ACTIVE:
        return None
    now = work.clock.now()
    over = state.has_ended(now) or now >= state.started + WAITS_FOR
    if account.session_epoch != state.epoch or over:
        return None
    return Pending(state, state.totp_secret is not None, has_passkey(work, account.id))


def claim(work: Work, cookie: SessionSecret, waiting: Pending, browser: str | None) -> bool:
    """Take one try; False when this session had its five, and is gone now.

    Raises TooOften when the account had too many, whatever the session.
    """
    try:
        throttle.claim(work, Tried.SECOND_FACTOR_SESSION, find_hash(cookie).hex())
    except TooOften:
        sessions.end(work, cookie)
        work.commit()
        return False
    throttle.claim(work, *_turn(waiting.state.account_id, browser))
    return True


def give(work: Work, cookie: SessionSecret, code: str, browser: str | None) -> SessionSecret | None:
    """Check the code and go on in an open session with a cookie of its own.

    None when the code is wrong or was used before; that stands in the audit trail.
    """
    waiting = pending(work, cookie)
    if waiting is None or waiting.state.totp_secret is None:
        return None
    account_id = waiting.state.account_id
    if not totp.use(work, waiting.state.totp_secret, code):
        record(
            work,
            AuditAction.LOG_IN_REFUSED,
            account_id,
            outcome="refused",
            cause="second_factor",
        )
        return None
    for known in {browser, None}:
        throttle.forgive(work, *_turn(account_id, known))
    throttle.forgive(work, Tried.SECOND_FACTOR_SESSION, find_hash(cookie).hex())
    return complete(work, cookie, waiting)


def complete(work: Work, cookie: SessionSecret, waiting: Pending) -> SessionSecret:
    """End the waiting session and begin the open one: a cookie known before opens nothing."""
    state = waiting.state
    account = work.data.get_one(Account, state.account_id)
    sessions.end(work, cookie)
    work.actor = actor_of(work, account, state.hat)
    work.opened = Opened(state.account_id, state.user_secret)
    fresh = sessions.begin(work, account, state.hat, state.user_secret)
    record(work, AuditAction.LOG_IN, state.account_id)
    return fresh


def _turn(account_id: UUID, browser: str | None) -> tuple[Tried, str]:
    if browser is None:
        return Tried.SECOND_FACTOR, str(account_id)
    return Tried.KNOWN_SECOND_FACTOR, f"{account_id} {browser}"
