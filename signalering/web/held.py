"""Nothing typed is lost: one way out for stale tokens and for sessions that ended.

What was posted is sealed to the user's own public key into the page that lets them in again: the
log-in, or the one that unlocks. After that it is shown again, to be sent afresh. Nothing of it is
kept here meanwhile.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn
from uuid import UUID

from flask import current_app, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from signalering.domain.errors import CannotOpen
from signalering.services.keys.groups import public_key_of
from signalering.services.work import open_work
from signalering.vault.kinds import UserSecret
from signalering.vault.sessions import hold, open_held
from signalering.web.context import house
from signalering.web.visitor import current_locked, current_visitor

# Proofs of who somebody is: they go nowhere but where they are checked.
NEVER_HELD = frozenset(
    {"csrf_token", "passphrase", "pin", "pin_again", "code", "secret", "held", "answer", "prf"}
)
LETTING_IN = frozenset({"accounts.log_in", "accounts.unlock", "accounts.passkey_log_in"})


class WayBack(StrEnum):
    """How a form that came too late is sent after all."""

    RESEND = "resend"
    LOG_IN = "log_in"
    UNLOCK = "unlock"


@dataclass(frozen=True)
class Held:
    """A form that came too late: where it was going and what it said."""

    path: str
    fields: list[tuple[str, str]]

    @property
    def texts(self) -> list[str]:
        """What a person would recognise: the longer things typed."""
        return [value for _, value in self.fields if " " in value.strip()]


class ComeBackLater(Exception):
    """A form whose token is stale or whose session ended; nothing was done with it.

    `held` is sealed to the account whose session ended; without one, `lost` has what was typed,
    to be shown once to the browser it came from. Neither: the token alone was stale.
    """

    def __init__(self, posted: Held, held: str | None, way: WayBack) -> None:
        super().__init__("come back later")
        self.posted = posted
        self.held = held
        self.way = way


def come_back_later() -> NoReturn:
    """Stop this request; what was posted goes back to the browser."""
    posted = Held(request.path, _fields())
    if current_visitor() is not None or request.endpoint in LETTING_IN:
        raise ComeBackLater(posted, None, WayBack.RESEND)
    late = g.get("late_state")
    way = WayBack.LOG_IN if current_locked() is None else WayBack.UNLOCK
    raise ComeBackLater(posted, _sealed(late.account_id, posted) if late else None, way)


def typed() -> list[str]:
    """What a person would recognise of a form that is refused: a page shows it once more."""
    return Held(request.path, _fields()).texts if request.method == "POST" else []


def after_unlocking(account_id: UUID) -> ComeBackLater:
    """What is answered to a form that needed keys while none were open."""
    posted = Held(request.path, _fields())
    return ComeBackLater(posted, _sealed(account_id, posted), WayBack.UNLOCK)


def opened(text: str, account_id: UUID, secret: UserSecret) -> Held | None:
    """What `come_back_later` sealed; None when it isn't this user's, or goes nowhere of ours."""
    try:
        blob = base64.b64decode(text, validate=True)
        values = json.loads(open_held(secret, blob, account_id))
        held = Held(str(values["path"]), [(str(k), str(v)) for k, v in values["fields"]])
    except (CannotOpen, binascii.Error, ValueError, KeyError, TypeError):
        return None
    return held if _takes_posts(held.path) else None


def _fields() -> list[tuple[str, str]]:
    return [
        (name, value) for name, value in request.form.items(multi=True) if name not in NEVER_HELD
    ]


def _sealed(account_id: UUID, posted: Held) -> str | None:
    with open_work(house(), writes=False) as work:
        public = public_key_of(work, account_id)
    if public is None:
        return None
    data = json.dumps({"path": posted.path, "fields": posted.fields}).encode()
    return base64.b64encode(hold(public, data, account_id)).decode()


def _takes_posts(path: str) -> bool:
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return False
    try:
        adapter.match(path, method="POST")
    except (HTTPException, RequestRedirect):
        return False
    return True
