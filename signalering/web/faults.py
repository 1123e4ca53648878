"""Own pages for everything that goes wrong; they reveal nothing. The reference is in the log."""

import secrets

import structlog
from flask import (
    Flask,
    Response,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain import errors
from signalering.domain.access import ENDPOINTS
from signalering.domain.audit_actions import AuditAction
from signalering.domain.texts import text_of
from signalering.domain.views.keys.coverage import KeyNoticeKind
from signalering.services.audit.record import record
from signalering.services.work import open_work
from signalering.web.around import around
from signalering.web.context import SAFE, house
from signalering.web.held import after_unlocking, typed
from signalering.web.language import told
from signalering.web.notices import notices
from signalering.web.paths import way_back
from signalering.web.problems import for_programs, problem
from signalering.web.visitor import current_visitor

log = structlog.get_logger()

STATUS: dict[type[errors.DomainError], int] = {
    errors.Denied: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.NotAllowedNow: 409,
    errors.InvalidInput: 400,
    errors.CannotOpen: 403,
    errors.IntakeClosed: 503,
    errors.SignOnRefused: 403,
    errors.TooOften: 429,
    errors.Unavailable: 503,
    errors.Misconfigured: 503,
}
# Seconds after which it is worth trying again.
SOON = 5
# What SQLite calls a table that isn't there: no other database calls that being out of reach.
WRONG_QUESTION = "SQLITE_ERROR"
PLAIN = "text/plain; charset=utf-8"
# What is said of a status where nothing else is.
ABOUT = {
    404: "not_found",
    405: "not_allowed_now",
    415: "api_kind",
    429: "too_often",
    503: "unavailable",
}
OWN_PAGES = frozenset({400, 403, 404, 405, 409, 413, 429, 500, 503})


def install(app: Flask) -> None:
    """Register the pages."""
    app.register_error_handler(errors.Denied, _denied)
    app.register_error_handler(errors.KeysNeeded, _keys_needed)
    app.register_error_handler(errors.DomainError, _refused)
    app.register_error_handler(HTTPException, _http)
    for gone in (OperationalError, InterfaceError, TimeoutError):
        app.register_error_handler(gone, _unavailable)
    app.register_error_handler(Exception, _fault)


def _page(
    status: int, message: str = "", reference: str = "", **more: bool | list[str]
) -> Response:
    if for_programs():
        return problem(status, message or gettext(text_of(ABOUT.get(status, "error"))), reference)
    template = f"errors/{status if status in OWN_PAGES else 400}.html"
    shown = {"message": message, "reference": reference, **more}
    return make_response(render_template(template, **shown), status)


def _denied(error: errors.Denied) -> Response:
    _account_for(error)
    return _page(
        403,
        told(error) if error.code != "denied" else "",
        training_needed=error.code == "training_needed",
        typed=typed(),
    )


def _keys_needed(error: errors.KeysNeeded) -> BaseResponse:
    """To the page that unlocks; a form's words come along, sealed to who typed them."""
    visitor = current_visitor()
    if visitor is None:
        return _refused(error)
    if request.method in SAFE:
        return redirect(url_for("accounts.unlock", next=way_back()))
    late = after_unlocking(visitor.actor.account_id)
    return current_app.make_response(current_app.handle_user_exception(late))


def _refused(error: errors.DomainError) -> Response:
    if isinstance(error, errors.CannotOpen):
        _account_for(error)
        if _lacks_key():
            return make_response(render_template("errors/key_missing.html"), 403)
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
    by_hand = isinstance(error, errors.Misconfigured)
    answer = _page(status, told(error), typed=typed(), mended_by_hand=by_hand)
    if isinstance(error, errors.TooOften):
        answer.headers["Retry-After"] = str(error.wait)
    return answer


def _lacks_key() -> bool:
    """Nothing is broken: nobody has given the visitor the key of the hat worn."""
    with around() as work:
        about_keys = notices(work)
    return any(notice.kind is KeyNoticeKind.KEY_NOT_GRANTED for notice in about_keys)


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if isinstance(error, SecurityError):
        # Asked under a name that isn't ours: no address, so no page, can be made for it.
        return make_response("Onbekend adres / unknown address", status, {"Content-Type": PLAIN})
    if 300 <= status < 400:
        return make_response(error.get_response())
    answer = _page(status)
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(error.valid_methods)
    return answer


def _unavailable(error: Exception) -> Response:
    """A database doesn't answer, is full or is too busy: nothing was kept, and it will pass."""
    cause = getattr(error, "orig", None)
    if getattr(cause, "sqlite_errorname", "") == WRONG_QUESTION:
        return _fault(error)
    answer = _told(error, "unavailable", 503)
    answer.headers["Retry-After"] = str(SOON)
    return answer


def _fault(error: Exception) -> Response:
    return _told(error, "fault", 500)


def _told(error: Exception, event: str, status: int) -> Response:
    reference = secrets.token_hex(4)
    # The kind of the fault and where it happened, never its text: it may quote what was typed.
    log.error(
        event,
        reference=reference,
        kind=type(error).__name__,
        endpoint=request.endpoint,
        where=_where(error),
    )
    try:
        return _page(status, reference=reference, typed=typed())
    except Exception:  # the page itself is what is broken: a bare line still tells what to do
        return make_response(f"Storing / fault {reference}", status)


def _where(error: BaseException) -> list[str]:
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename.rsplit('signalering/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return steps[-6:]


def _account_for(error: errors.DomainError) -> None:
    """A denial stands in the audit trail, in a small transaction of its own."""
    visitor = current_visitor()
    if visitor is None or g.get("denial_recorded"):
        return
    g.denial_recorded = True
    permission = ENDPOINTS.get(request.endpoint or "")
    try:
        with open_work(house(), visitor.actor, visitor.opened, writes=True) as work:
            record(
                work,
                AuditAction.DENIED,
                outcome="denied",
                endpoint=request.endpoint or "",
                permission=permission.value if permission else error.code,
                method=request.method,
            )
            work.commit()
    except Exception as fault:  # it stays denied; a fault in here would end in a bare trace
        log.error("denial_not_recorded", kind=type(fault).__name__, endpoint=request.endpoint)
