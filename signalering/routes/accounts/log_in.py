"""Log in, and get back what was being typed when time ran out."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import CannotOpen, TooOften
from signalering.forms.accounts.log_in import LogInForm
from signalering.forms.accounts.second_factor import SecondFactorForm
from signalering.routes.accounts._arrival import arrived
from signalering.routes.accounts.second_factor import shown
from signalering.services.accounts import log_in as service
from signalering.services.accounts import second_factor, sessions, single_sign_on
from signalering.services.accounts.log_in import Challenge
from signalering.services.work import open_work
from signalering.web.browsers import this_browser
from signalering.web.context import house
from signalering.web.cookies import session_cookie_name, set_session
from signalering.web.language import told
from signalering.web.visitor import current_visitor, read_cookie


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/log-in", "log_in", log_in, methods=["GET", "POST"])


def log_in() -> BaseResponse:
    """Show the form; prove and unlock in one run, outside any transaction."""
    asked = request.method != "POST"
    if asked and current_visitor() is not None:
        return redirect(url_for("accounts.start"))
    form = LogInForm(request.form, next=request.args.get("next", ""))
    if asked or not form.validate():
        return _shown(form, 200 if asked else 422)
    settings = house().settings
    browser = this_browser(request, settings)
    with open_work(house(), writes=False) as work:
        tried = service.challenge(work, form.email.data or "")
    known = browser.id_for(tried.account_id)
    try:
        with service.in_turn():
            with open_work(house(), writes=True) as work:
                service.claim(work, tried, known)
            keys = service.prove(tried, form.passphrase.data or "")
    except TooOften as error:
        return _too_often(form, error)
    if not service.is_right(tried, keys):
        return _refused(form, tried)
    remembered = browser.remembered(tried.account_id, house().clock.now())
    with open_work(house(), writes=True) as work:
        try:
            cookie = service.log_in(work, tried, keys, browser=known, remembered=remembered)
        except CannotOpen:
            work.rollback()
            return _refused(form, tried)
        before = read_cookie(request, session_cookie_name(settings))
        if before is not None:  # it is about to be replaced: nobody may use it any more
            sessions.end(work, before)
        waiting = second_factor.pending(work, cookie)
        work.commit()
    if waiting is None:
        answer = arrived(work, form, browser)
    else:
        answer = shown(SecondFactorForm(held=form.held.data, next=form.next.data), waiting)
    set_session(answer, settings, cookie)
    return answer


def _refused(form: LogInForm, tried: Challenge) -> Response:
    with open_work(house(), writes=True) as work:
        service.refuse(work, tried)
        work.commit()
    # One text for an unknown address and a wrong passphrase.
    form.form_errors.append(gettext("E-mailadres en wachtzin horen niet bij elkaar."))
    return _shown(form, 422)


def _too_often(form: LogInForm, error: TooOften) -> Response:
    form.form_errors.append(told(error))
    answer = _shown(form, 429)
    answer.headers["Retry-After"] = str(error.wait)
    return answer


def _shown(form: LogInForm, status: int) -> Response:
    single = single_sign_on.is_offered(house().settings)
    return make_response(
        render_template("accounts/log_in.html", form=form, single_sign_on=single), status
    )
