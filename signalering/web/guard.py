"""What happens before every request, in this order; denied unless listed."""

from flask import Flask, abort, redirect, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.access import ENDPOINTS, PUBLIC, SIGNED_IN, require
from signalering.domain.errors import Denied
from signalering.extensions import csrf
from signalering.web.context import SAFE, house
from signalering.web.cookies import session_cookie_name
from signalering.web.held import come_back_later
from signalering.web.visitor import current_visitor, load_visitor

LONGEST_WAY_BACK = 500


def install(app: Flask) -> None:
    """Register the guards."""
    app.before_request(_guard)


def _guard() -> BaseResponse | None:
    if request.endpoint == "static":
        return None
    load_visitor(house(), session_cookie_name(house().settings))
    if request.routing_exception is not None or request.endpoint is None:
        return None  # an unknown address or a wrong method: the error pages answer
    visitor = current_visitor()
    public = request.endpoint in PUBLIC
    if visitor is None and not public:
        if request.method in SAFE:
            return redirect(url_for("accounts.log_in", next=_own_path()))
        come_back_later()
    if request.method not in SAFE:
        _check_token()
    if public or request.endpoint in SIGNED_IN:
        return None
    permission = ENDPOINTS.get(request.endpoint)
    if permission is None or visitor is None:
        raise Denied
    require(permission, visitor.actor, None, house().clock.today())
    return None


def _check_token() -> None:
    try:
        csrf.protect()
    except CSRFError:
        if request.headers.get("Sec-Fetch-Site") == "cross-site":
            abort(400)
        come_back_later()


def _own_path() -> str | None:
    """Where to go on after the log-in; an address so long that the server refuses it is dropped."""
    path = request.full_path.rstrip("?")
    return path if len(path) <= LONGEST_WAY_BACK else None
