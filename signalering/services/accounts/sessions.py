"""Sessions: the cookie's secret finds the row and opens it; nothing else does either.

The row's expiry is rounded to a quarter of an hour. An expired row stays for a day, without keys:
it opens nothing any more, but tells whose words to seal when a form comes in too late.
"""

import base64
import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update

from signalering.domain.errors import CannotOpen
from signalering.domain.lifecycles import AccountState, Stage
from signalering.domain.states import Hat
from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.services.work import Work
from signalering.vault import sessions as vault
from signalering.vault.kinds import SessionSecret, UserSecret

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
TOUCH_EVERY = timedelta(minutes=1)
KEPT_EXPIRED = timedelta(days=1)
ROUNDED_TO = timedelta(minutes=15)


@dataclass(frozen=True)
class SessionState:
    """What the blobs hold.

    Without `user_secret` somebody is logged in and has unlocked nothing. `totp_secret` is there
    only while the second factor is waited for.
    """

    account_id: UUID
    hat: Hat
    epoch: int
    started: datetime
    seen: datetime
    user_secret: UserSecret | None = field(default=None, repr=False)
    totp_secret: bytes | None = field(default=None, repr=False)
    stage: Stage = Stage.OPEN

    def ends_at(self) -> datetime:
        """When it ends unless it is used again."""
        return min(self.seen + IDLE, self.started + LONGEST)


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
    _write(row, cookie, state)
    work.data.add(row)
    return cookie


def find(work: Work, cookie: SessionSecret) -> SessionState | None:
    """What the cookie opens, be it expired; None when there is no such session."""
    row = work.data.get(LogInSession, vault.find_hash(cookie))
    if row is None:
        return None
    try:
        about = json.loads(vault.open_blob(cookie, row.sealed))
        keys = vault.open_blob(cookie, row.keys_sealed, "keys") if row.keys_sealed else b"{}"
        return _read(about, json.loads(keys))
    except (CannotOpen, ValueError, KeyError):
        return None


def is_live(work: Work, state: SessionState) -> Account | None:
    """The account, unless the session ended (idle, too long, deactivated, roles changed)

    or its second factor is still waited for.
    """
    if state.stage is not Stage.OPEN:
        return None
    account = work.data.get(Account, state.account_id)
    if account is None or account.state != AccountState.ACTIVE:
        return None
    if account.session_epoch != state.epoch or work.clock.now() >= state.ends_at():
        return None
    if state.hat not in {row.hat for row in account.hats}:
        return None
    return account


def needs_touch(work: Work, state: SessionState) -> bool:
    """Whether the last use stands written more than a minute ago."""
    return work.clock.now() - state.seen >= TOUCH_EVERY


def keep(work: Work, cookie: SessionSecret, state: SessionState, hat: Hat | None = None) -> None:
    """Write the session afresh as used now, perhaps in another hat."""
    row = work.data.get(LogInSession, vault.find_hash(cookie))
    if row is not None:
        _write(row, cookie, replace(state, seen=work.clock.now(), hat=hat or state.hat))


def end(work: Work, cookie: SessionSecret) -> None:
    """Delete the session: its cookie opens nothing any more, on no node."""
    work.data.execute(delete(LogInSession).where(LogInSession.find_hash == vault.find_hash(cookie)))


def sweep(work: Work) -> None:
    """Take the keys out of rows that expired, and delete those that expired a day ago."""
    now = work.clock.now()
    work.data.execute(
        update(LogInSession)
        .where(LogInSession.expires_at < now, LogInSession.keys_sealed.is_not(None))
        .values(keys_sealed=None)
    )
    work.data.execute(delete(LogInSession).where(LogInSession.expires_at < now - KEPT_EXPIRED))


def _write(row: LogInSession, cookie: SessionSecret, state: SessionState) -> None:
    about = {
        "account": str(state.account_id),
        "hat": state.hat.value,
        "epoch": state.epoch,
        "started": state.started.isoformat(),
        "seen": state.seen.isoformat(),
        "stage": state.stage.value,
    }
    keys = {
        name: base64.b64encode(secret).decode()
        for name, secret in (("user", state.user_secret), ("totp", state.totp_secret))
        if secret is not None
    }
    row.sealed = vault.seal_blob(cookie, json.dumps(about).encode())
    row.keys_sealed = vault.seal_blob(cookie, json.dumps(keys).encode(), "keys") if keys else None
    row.expires_at = _rounded_up(state.ends_at())


def _read(about: dict[str, Any], keys: dict[str, str]) -> SessionState:
    secrets = {name: base64.b64decode(text) for name, text in keys.items()}
    user = secrets.get("user")
    return SessionState(
        account_id=UUID(about["account"]),
        hat=Hat(about["hat"]),
        epoch=int(about["epoch"]),
        started=datetime.fromisoformat(about["started"]),
        seen=datetime.fromisoformat(about["seen"]),
        user_secret=UserSecret(user) if user is not None else None,
        totp_secret=secrets.get("totp"),
        stage=Stage(about["stage"]),
    )


def _rounded_up(moment: datetime) -> datetime:
    seconds = ROUNDED_TO.total_seconds()
    whole = -(-moment.timestamp() // seconds) * seconds
    return datetime.fromtimestamp(whole, moment.tzinfo)
