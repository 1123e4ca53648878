"""Who stands before us: read from the session cookie once a request."""

import base64
import binascii
from dataclasses import dataclass

from flask import Request, g, request

from signalering.domain.access import Actor
from signalering.domain.states import Hat
from signalering.services.accounts import sessions
from signalering.services.accounts.actors import actor_of
from signalering.services.accounts.sessions import SessionState
from signalering.services.opened import Opened
from signalering.services.work import House, open_work
from signalering.vault.kinds import KEY_LENGTH, SessionSecret


@dataclass
class Visitor:
    """Somebody logged in, as flask-login and the templates want it."""

    actor: Actor
    opened: Opened
    state: SessionState
    cookie: SessionSecret

    is_authenticated = True
    is_active = True
    is_anonymous = False

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
    def hats(self) -> list[Hat]:
        """All hats of the account."""
        return sorted(self.actor.hats)


def current_visitor() -> Visitor | None:
    """Who is logged in, if anybody."""
    visitor: Visitor | None = g.get("visitor")
    return visitor


def load_visitor(house: House, cookie_name: str) -> None:
    """Read the session into g.visitor; an expired one leaves g.late_state, to seal words to."""
    g.visitor, g.late_state = None, None
    cookie = read_cookie(request, cookie_name)
    if cookie is None:
        return
    with open_work(house, writes=False) as work:
        state = sessions.find(work, cookie)
        if state is None:
            return
        account = sessions.is_live(work, state)
        if account is None:
            g.late_state = state
            return
        actor = actor_of(work, account, state.hat)
        touch = sessions.needs_touch(work, state)
    g.visitor = Visitor(actor, Opened(state.account_id, state.user_secret), state, cookie)
    if touch:
        with open_work(house, actor, writes=True) as work:
            # Read afresh: another request may have changed the hat meanwhile.
            now = sessions.find(work, cookie)
            if now is not None:
                sessions.keep(work, cookie, now)
                work.commit()


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
