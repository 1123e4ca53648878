"""What happens before every request, in this order; denied unless listed."""

from typing import NoReturn

import structlog
from flask import Flask, abort, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.access import ENDPOINTS, PUBLIC, SIGNED_IN, require
from signalering.domain.endpoints import ONE_CLICK, PROGRAMS
from signalering.domain.errors import Denied
from signalering.domain.lifecycles import Stage
from signalering.extensions import csrf
from signalering.web.context import SAFE, house
from signalering.web.cookies import session_cookie_name
from signalering.web.held import come_back_later
from signalering.web.paths import comes_from_elsewhere, comes_from_here, way_back
from signalering.web.problems import for_partners
from signalering.web.visitor import current_locked, current_visitor, load_visitor

log = structlog.get_logger()

# What somebody may do whose session is locked.
WHEN_LOCKED = frozenset({"accounts.log_out"})
# A stranger's form there brings no token: one is held against a cookie, and who merely looks gets
# none. It changes nothing but the count of tries; that it stood on a page of ours is asked all the
# same.
WITHOUT_TOKEN = frozenset({"public.card"})
# Asked for by machines, whoever is logged in; it must be told while no session can be read.
NOBODYS = frozenset({"static", "public.theme", "settings.live", "settings.ready"})
# What is open besides the public pages until a second factor is there; all about passkeys too.
SETTING_UP = ("accounts.totp", "accounts.log_out", "accounts.passkey")


def install(app: Flask) -> None:
    """Register the guards."""
    app.before_request(_guard)


def _guard() -> BaseResponse | None:
    if request.endpoint in NOBODYS:
        return None
    if for_partners():
        # Whoever asks there is nobody, whatever cookie came along; its token is asked by the route.
        if request.endpoint is not None and request.endpoint not in PROGRAMS:
            raise Denied
        return None
    load_visitor(house(), session_cookie_name(house().settings))
    if request.routing_exception is not None or request.endpoint is None:
        return None  # an unknown address or a wrong method: the error pages answer
    sends = request.method not in SAFE and request.endpoint not in ONE_CLICK
    if sends and comes_from_elsewhere(request, house().settings):
        # Before anything is held for later: what it carries was typed on no page of ours.
        _from_elsewhere()
    visitor = current_visitor()
    public = request.endpoint in PUBLIC
    locked = current_locked()
    leaving = locked is not None and request.endpoint in WHEN_LOCKED
    if visitor is None and not public and not leaving:
        if request.method in SAFE:
            page = "accounts.log_in" if locked is None else "accounts.unlock"
            return redirect(url_for(page, next=way_back()))
        come_back_later()
    if sends:
        _check_token()
    setting_up = visitor is not None and visitor.state.stage is Stage.SET_UP
    if setting_up and not public and not request.endpoint.startswith(SETTING_UP):
        return redirect(url_for("accounts.totp"), code=303)
    if public or request.endpoint in SIGNED_IN:
        return None
    permission = ENDPOINTS.get(request.endpoint)
    if permission is None or visitor is None:
        raise Denied
    require(permission, visitor.actor, None, house().clock.today())
    return None


def _check_token() -> None:
    if request.endpoint in WITHOUT_TOKEN and current_visitor() is None:
        if not comes_from_here(request, house().settings):
            _from_elsewhere()
        return
    try:
        csrf.protect()
    except CSRFError:
        log.warning("refused", cause="token")
        come_back_later()


def _from_elsewhere() -> NoReturn:
    """No page is named in the log: sent anew, the time of the line would be that of a signal."""
    log.warning("refused", cause="origin")
    abort(400)
