"""Log in by the organisation's own log-in service."""

import hmac
from dataclasses import asdict

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import (
    CannotOpen,
    Conflict,
    DomainError,
    NotFound,
    SignOnRefused,
    TooOften,
    Unavailable,
)
from signalering.forms.accounts.single_sign_on import ConfirmForm
from signalering.routes.accounts._arrival import arrived
from signalering.services.accounts import log_in as logging_in
from signalering.services.accounts import single_sign_on as service
from signalering.services.accounts.single_sign_on import Asked, Identity
from signalering.services.work import open_work
from signalering.web.browsers import this_browser
from signalering.web.context import house
from signalering.web.cookies import set_session
from signalering.web.language import told
from signalering.web.paths import own_path
from signalering.web.sign_on import clear_sign_on, read_sign_on, set_sign_on

ASKED, PROVEN = "asked", "proven"


def register(blueprint: Blueprint) -> None:
    """Put the three steps on the blueprint."""
    add = blueprint.add_url_rule
    add("/log-in/organisation", "single_sign_on", start)
    add("/log-in/organisation/return", "single_sign_on_return", come_back)
    add(
        "/log-in/organisation/confirm",
        "single_sign_on_confirm",
        confirm,
        methods=["GET", "POST"],
    )


def start() -> BaseResponse:
    """Send the browser to the service."""
    settings = house().settings
    _only_if_offered()
    try:
        address, asked = service.start(settings, _redirect_uri())
    except (SignOnRefused, Unavailable) as error:
        return _failed(error)
    answer = make_response(redirect(address, code=303))
    way = own_path(request.args.get("next")) or ""
    set_sign_on(answer, settings, house().clock, ASKED, {**asdict(asked), "next": way})
    return answer


def come_back() -> BaseResponse:
    """Take the service's answer, once; the next page is reached from a page of our own."""
    settings, clock = house().settings, house().clock
    _only_if_offered()
    kept = read_sign_on(request, settings, clock, ASKED)
    try:
        if kept is None:
            raise SignOnRefused("sign_on_late")
        way = kept.pop("next")
        who = _identified(Asked(**kept))
        with open_work(house(), writes=True) as work:
            cookie = service.log_in(work, who)
            work.commit()
    except (SignOnRefused, Unavailable, TooOften) as error:
        return _failed(error)
    if cookie is not None:
        answer = _hop(way or url_for("accounts.start"))
        set_session(answer, settings, cookie)
        clear_sign_on(answer, settings)
        return answer
    answer = _hop(url_for("accounts.single_sign_on_confirm"))
    set_sign_on(answer, settings, clock, PROVEN, {**asdict(who), "next": way})
    return answer


def confirm() -> BaseResponse:
    """Ask for the passphrase: it makes the link, and opens the keys."""
    settings = house().settings
    _only_if_offered()
    kept = read_sign_on(request, settings, house().clock, PROVEN)
    if kept is None:
        return redirect(url_for("accounts.log_in"))
    way = kept.pop("next")
    who = Identity(**kept)
    form = ConfirmForm(request.form, next=way)
    if request.method != "POST":
        return _shown(form)
    if not form.validate():
        return _shown(form, 422)
    browser = this_browser(request, settings)
    try:
        with open_work(house(), writes=False) as work:
            tried = service.challenge(work, who)
        with logging_in.in_turn():
            with open_work(house(), writes=True) as work:
                logging_in.claim(work, tried, browser.id_for(tried.account_id))
            keys = logging_in.prove(tried, form.passphrase.data or "")
    except SignOnRefused as error:
        return _failed(error)
    except TooOften as error:
        form.form_errors.append(told(error))
        answer = _shown(form, 429)
        answer.headers["Retry-After"] = str(error.wait)
        return answer
    if not logging_in.is_right(tried, keys):
        with open_work(house(), writes=True) as work:
            logging_in.refuse(work, tried)
            work.commit()
        form.passphrase.errors = [gettext("Deze wachtzin hoort niet bij je account.")]
        return _shown(form, 422)
    try:
        with open_work(house(), writes=True) as work:
            cookie = service.confirm(work, who, tried, keys)
            work.commit()
    except (SignOnRefused, Conflict, CannotOpen) as error:
        return _failed(error)
    answer = arrived(work, form, browser)
    set_session(answer, settings, cookie)
    clear_sign_on(answer, settings)
    return answer


def _identified(asked: Asked) -> Identity:
    """Who it is. Raises SignOnRefused, Unavailable, TooOften."""
    issuer, code = house().settings.oidc_issuer, request.args.get("code", "")
    if not hmac.compare_digest(request.args.get("state", "").encode(), asked.state.encode()):
        raise SignOnRefused
    # Two services can't be mixed up (RFC 9207).
    if request.args.get("iss", issuer) != issuer:
        raise SignOnRefused
    with open_work(house(), writes=True) as work:
        service.begin(work, asked.state)
    if request.args.get("error") or not code:
        raise SignOnRefused("sign_on_denied")
    with open_work(house(), writes=False) as work:
        return service.identify(work, asked, code, _redirect_uri())


def _redirect_uri() -> str:
    return f"{house().settings.public_url}{url_for('accounts.single_sign_on_return')}"


def _only_if_offered() -> None:
    if not service.is_offered(house().settings):
        raise NotFound


def _hop(path: str) -> Response:
    return make_response(render_template("accounts/_hop.html", path=path))


def _failed(error: DomainError) -> Response:
    """A page of its own: nobody is logged in, and there are other ways."""
    status = 503 if isinstance(error, Unavailable) else 403
    status = 429 if isinstance(error, TooOften) else status
    text = render_template("accounts/_sign_on_failed.html", message=told(error))
    answer = make_response(text, status)
    clear_sign_on(answer, house().settings)
    return answer


def _shown(form: ConfirmForm, status: int = 200) -> Response:
    return make_response(render_template("accounts/single_sign_on.html", form=form), status)
