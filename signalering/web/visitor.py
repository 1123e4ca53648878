"""Who stands before us: read from the session cookie once a request."""

import base64
import binascii
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from flask import Request, g, request
from sqlalchemy.exc import IntegrityError

from signalering.domain.access import Actor
from signalering.domain.states import Hat
from signalering.services.accounts import own_sessions, sessions
from signalering.services.accounts.actors import actor_of
from signalering.services.accounts.sessions import SessionState
from signalering.services.opened import Opened
from signalering.services.work import House, open_work
from signalering.vault.kinds import KEY_LENGTH, SessionSecret
from signalering.vault.sessions import find_hash
from signalering.web.devices import device_of

log = structlog.get_logger()

# Says that somebody is still there: always written down, be it within the minute.
EXTEND = "accounts.extend"


@dataclass
class Visitor:
    """Somebody logged in, as flask-login and the templates want it."""

    actor: Actor
    opened: Opened
    state: SessionState
    cookie: SessionSecret
    now: datetime

    is_authenticated = True
    is_active = True
    is_anonymous = False

    @property
    def has_keys(self) -> bool:
        """Whether anything is unlocked, so that a PIN would have something to open."""
        return self.opened.user_secret is not None

    def get_id(self) -> str:
        """flask-login asks; our session, not its cookie, carries the visitor."""
        return str(self.actor.account_id)

    @property
    def name(self) -> str:
        """The name to greet."""
        return self.actor.name

    @property
    def hat(self) -> Hat:
        """The hat worn now."""
        return self.actor.hat

    @property
    def uses_shortcuts(self) -> bool:
        """Whether single keys do something: for who works through lists, unless switched off."""
        return self.hat is Hat.COORDINATOR and self.actor.shortcuts

    @property
    def hats(self) -> list[Hat]:
        """All hats of the account."""
        return sorted(self.actor.hats)


@dataclass(frozen=True)
class Locked:
    """Somebody whose session is locked: known, and let in nowhere but where it opens again."""

    actor: Actor
    state: SessionState
    cookie: SessionSecret


def current_visitor() -> Visitor | None:
    """Who is logged in, if anybody."""
    visitor: Visitor | None = g.get("visitor")
    return visitor


def current_locked() -> Locked | None:
    """Whose session is locked, if anybody's."""
    locked: Locked | None = g.get("locked")
    return locked


def seconds_left(visitor: Visitor) -> int:
    """In how many seconds the session locks unless it is used again."""
    return max(0, int((visitor.state.locks_at() - visitor.now).total_seconds()))


def load_visitor(house: House, cookie_name: str) -> None:
    """Read the session into g.visitor or, when it is locked, g.locked.

    One that locked or ended leaves g.late_state, to seal words to, and loses its keys here.
    """
    g.visitor, g.locked, g.late_state = None, None, None
    cookie = read_cookie(request, cookie_name)
    if cookie is None:
        return
    with open_work(house, writes=False) as work:
        state = sessions.find(work, cookie)
        if state is None:
            return
        actor = sessions.live_actor(work, state)
        if actor is None:
            g.late_state = state
            owner = sessions.is_locked(work, state)
            if owner is not None:
                g.locked = Locked(actor_of(work, owner, state.hat), state, cookie)
        else:
            opened = Opened(state.account_id, state.user_secret, session=find_hash(cookie))
            g.visitor = Visitor(actor, opened, state, cookie, work.clock.now())
        touch = actor is not None and sessions.needs_touch(work, state)
        # For the rest of this request (web/rules.py).
        g.house_rules = work.known_rules
    if g.visitor is None:
        _shut(house, cookie, state)
        return
    if touch or request.endpoint == EXTEND:
        _touch(house, g.visitor)
    if not state.is_named and state.user_secret is not None:
        _introduce(house, g.visitor)


def _shut(house: House, cookie: SessionSecret, state: SessionState) -> None:
    if state.has_keys or state.has_pin:
        with open_work(house, writes=True) as work:
            sessions.shut(work, cookie)
            if work.changed:
                work.commit()


def _touch(house: House, visitor: Visitor) -> None:
    with open_work(house, visitor.actor, writes=True) as work:
        # Read afresh: another request may have changed the hat meanwhile, or found it locked.
        state = sessions.find(work, visitor.cookie, hold=True)
        if state is not None and sessions.is_live(work, state) is not None:
            sessions.keep(work, visitor.cookie, state)
            work.commit()
            visitor.state = replace(visitor.state, seen=work.clock.now())


def _introduce(house: House, visitor: Visitor) -> None:
    device = device_of(request.headers.get("User-Agent", ""))
    try:
        with open_work(house, visitor.actor, visitor.opened, writes=True) as work:
            own_sessions.introduce(work, visitor.cookie, device)
            work.commit()
    except IntegrityError as error:  # another session took the same slot: the next request
        log.info("session_not_named", kind=type(error).__name__)


def read_cookie(source: Request, name: str) -> SessionSecret | None:
    """The cookie's secret, when it has the shape of one."""
    try:
        secret = base64.urlsafe_b64decode(source.cookies.get(name, "").encode())
    except (binascii.Error, ValueError):
        return None
    return SessionSecret(secret) if len(secret) == KEY_LENGTH else None


def cookie_value(secret: SessionSecret) -> str:
    """What the browser keeps."""
    return base64.urlsafe_b64encode(secret).decode()
