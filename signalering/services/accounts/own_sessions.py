"""How a person finds their own sessions: by tags under their own key, of which there are few.

A session gets its tag with its first request after unlocking, when it is known what browser it
is in. Whoever has unlocked nothing can't be told apart from anybody else, so isn't listed.
"""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from signalering.domain.errors import CannotOpen
from signalering.domain.views.accounts.sessions import SessionLine, SessionsView
from signalering.models.accounts.account import Account
from signalering.models.accounts.session import LogInSession
from signalering.services.accounts import sessions
from signalering.services.accounts.session_state import LONGEST
from signalering.services.work import Work
from signalering.vault.kinds import SessionSecret
from signalering.vault.own import open_own, seal_own
from signalering.vault.sessions import find_hash
from signalering.vault.tags import purpose_tag

SLOTS = 32
PURPOSE = "session"


@dataclass(frozen=True)
class Device:
    """The family of a browser and of what it runs on; never a version, never an address."""

    browser: str
    system: str


def tag_of(work: Work, slot: int) -> bytes:
    """The tag of one slot. Raises KeysNeeded."""
    return purpose_tag(work.opened.tags, PURPOSE, slot)


def own_rows(work: Work) -> dict[int, LogInSession]:
    """The rows of one's own sessions by their slots. Raises KeysNeeded."""
    slots = {tag_of(work, slot): slot for slot in range(SLOTS)}
    rows = work.data.scalars(select(LogInSession).where(LogInSession.own_tag.in_(slots)))
    return {slots[row.own_tag]: row for row in rows if row.own_tag is not None}


def introduce(work: Work, cookie: SessionSecret, device: Device) -> None:
    """Give the session its tag; when all are taken, the oldest session ends. Raises KeysNeeded.

    Two that choose the same slot at once can't both commit; the next request tries again.
    """
    state = sessions.find(work, cookie, hold=True)
    if state is None or state.is_named:
        return
    taken = own_rows(work)
    if len(taken) == SLOTS:
        oldest = min(taken, key=lambda slot: _about(work, slot, taken[slot])["started"])
        work.data.delete(taken.pop(oldest))
        work.data.flush()
    slot = secrets.choice([slot for slot in range(SLOTS) if slot not in taken])
    about = {
        "started": state.started.isoformat(),
        "epoch": state.epoch,
        "browser": device.browser,
        "system": device.system,
    }
    row = work.data.get_one(LogInSession, find_hash(cookie))
    row.own_tag = tag_of(work, slot)
    row.about_sealed = seal_own(
        work.opened.secret, PURPOSE, row.own_tag, json.dumps(about).encode()
    )


def list_own(work: Work, cookie: SessionSecret) -> SessionsView:
    """One's own sessions that have not ended, the newest first."""
    here = sessions.find(work, cookie)
    has_pin = here is not None and here.has_pin
    if work.opened.user_secret is None:
        return SessionsView((), listed=False, has_pin=has_pin)
    now = work.clock.now()
    epoch = work.data.get_one(Account, work.by().account_id).session_epoch
    lines = []
    for slot, row in own_rows(work).items():
        about = _about(work, slot, row)
        started = datetime.fromisoformat(about["started"])
        if about["epoch"] == epoch and now < started + LONGEST:
            lines.append(
                SessionLine(
                    slot=slot,
                    started=started,
                    browser=about["browser"],
                    system=about["system"],
                    locked=row.keys_sealed is None or row.expires_at < now,
                    this=row.find_hash == find_hash(cookie),
                )
            )
    lines.sort(key=lambda line: line.started, reverse=True)
    return SessionsView(tuple(lines), listed=True, has_pin=has_pin)


def _about(work: Work, slot: int, row: LogInSession) -> dict[str, Any]:
    """What its owner wrote about it; a damaged one reads as the oldest, of an unknown kind."""
    blob = row.about_sealed or b""
    try:
        about: dict[str, Any] = json.loads(
            open_own(work.opened.secret, PURPOSE, tag_of(work, slot), blob)
        )
    except (CannotOpen, ValueError):
        return {"started": "2000-01-01T00:00:00+00:00", "epoch": -1, "browser": "", "system": ""}
    return about
