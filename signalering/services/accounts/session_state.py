"""What a session's blobs hold, and the moments that follow from it."""

import base64
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from signalering.domain.clock import NODES_DIFFER
from signalering.domain.lifecycles import Stage
from signalering.domain.states import Hat
from signalering.models.accounts.session import LogInSession
from signalering.vault import sessions as vault
from signalering.vault.kinds import SessionSecret, UserSecret

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
TOUCH_EVERY = timedelta(minutes=1)
ROUNDED_TO = timedelta(minutes=15)
# No row's expiry lies further ahead than that, unless a clock was wrong by more than clocks may be.
FURTHEST = IDLE + TOUCH_EVERY + ROUNDED_TO + NODES_DIFFER


class Kept(Protocol):
    """What a session's row keeps, as an object or as plain columns."""

    @property
    def sealed(self) -> bytes:
        """Who, in which hat, since when."""

    @property
    def keys_sealed(self) -> bytes | None:
        """The opened keys."""

    @property
    def pin_sealed(self) -> bytes | None:
        """The same under a PIN."""

    @property
    def own_tag(self) -> bytes | None:
        """By which its owner finds it."""


@dataclass(frozen=True)
class SessionState:
    """What the blobs hold.

    Without `user_secret` somebody is logged in and has unlocked nothing. `totp_secret` is there
    only while the second factor is waited for. The last three say what the row has.
    """

    account_id: UUID
    hat: Hat
    epoch: int
    started: datetime
    seen: datetime
    user_secret: UserSecret | None = field(default=None, repr=False)
    totp_secret: bytes | None = field(default=None, repr=False)
    stage: Stage = Stage.OPEN
    # What the PIN stands beside, once the cookie is another than when the PIN was chosen.
    pin_beside: SessionSecret | None = field(default=None, repr=False)
    has_keys: bool = False
    has_pin: bool = False
    is_named: bool = False

    def locks_at(self) -> datetime:
        """When it locks unless it is used again."""
        return min(self.seen + IDLE, self.ends_at())

    def ends_at(self) -> datetime:
        """When it ends, however much it is used."""
        return self.started + LONGEST

    def is_open(self, now: datetime) -> bool:
        """Whether it neither locked nor ended."""
        return self.seen - NODES_DIFFER <= now < self.locks_at()

    def has_ended(self, now: datetime) -> bool:
        """Whether it is over. So is what begins in a time to come: the clock was ahead and was set

        back, and a screen that was left would stay open until then.
        """
        return self.is_to_come(now) or now >= self.ends_at()

    def is_to_come(self, now: datetime) -> bool:
        """Whether it was begun by a clock that was ahead."""
        return now < self.started - NODES_DIFFER


def write(row: LogInSession, cookie: SessionSecret, state: SessionState) -> None:
    """Seal the state into the row; the size of its blobs tells nothing."""
    about = {
        "account": str(state.account_id),
        "hat": state.hat.value,
        "epoch": state.epoch,
        "started": state.started.isoformat(),
        "seen": state.seen.isoformat(),
        "stage": state.stage.value,
    }
    if state.pin_beside is not None:
        about["pin_beside"] = base64.b64encode(state.pin_beside).decode()
    keys = {
        name: base64.b64encode(secret).decode()
        for name, secret in (("user", state.user_secret), ("totp", state.totp_secret))
        if secret is not None
    }
    row.sealed = vault.seal_blob(cookie, json.dumps(about).encode())
    row.keys_sealed = vault.seal_blob(cookie, json.dumps(keys).encode(), "keys") if keys else None
    row.expires_at = _rounded_up(min(state.locks_at() + TOUCH_EVERY, state.ends_at()))


def read(row: Kept, cookie: SessionSecret) -> SessionState:
    """What the row holds. Raises CannotOpen, ValueError, KeyError for a damaged one."""
    about = json.loads(vault.open_blob(cookie, row.sealed))
    keys = vault.open_blob(cookie, row.keys_sealed, "keys") if row.keys_sealed else b"{}"
    secrets = {name: base64.b64decode(text) for name, text in json.loads(keys).items()}
    user, beside = secrets.get("user"), about.get("pin_beside")
    return SessionState(
        account_id=UUID(about["account"]),
        hat=Hat(about["hat"]),
        epoch=int(about["epoch"]),
        started=datetime.fromisoformat(about["started"]),
        seen=datetime.fromisoformat(about["seen"]),
        user_secret=UserSecret(user) if user is not None else None,
        totp_secret=secrets.get("totp"),
        stage=Stage(about["stage"]),
        pin_beside=SessionSecret(base64.b64decode(beside)) if beside is not None else None,
        has_keys=row.keys_sealed is not None,
        has_pin=row.pin_sealed is not None,
        is_named=row.own_tag is not None,
    )


def _rounded_up(moment: datetime) -> datetime:
    seconds = ROUNDED_TO.total_seconds()
    whole = -(-moment.timestamp() // seconds) * seconds
    return datetime.fromtimestamp(whole, moment.tzinfo)
