"""The second step of a log-in."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import TooOften
from signalering.forms.accounts.second_factor import SecondFactorForm
from signalering.routes.accounts._arrival import arrived
from signalering.services.accounts import second_factor as service
from signalering.services.accounts.second_factor import Pending
from signalering.services.work import open_work
from signalering.web import messages
from signalering.web.browsers import this_browser
from signalering.web.context import house
from signalering.web.cookies import session_cookie_name, set_session
from signalering.web.language import told
from signalering.web.visitor import current_visitor, read_cookie


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/log-in/second-step", "second_factor", second_factor, methods=["GET", "POST"]
    )


def second_factor() -> BaseResponse:
    """Ask for the code; the passphrase was right within the last ten minutes."""
    if current_visitor() is not None:
        return redirect(url_for("accounts.start"))
    cookie = read_cookie(request, session_cookie_name(house().settings))
    with open_work(house(), writes=False) as work:
        waiting = service.pending(work, cookie) if cookie is not None else None
    if cookie is None or waiting is None:
        return _begin_again()
    form = SecondFactorForm(request.form)
    if request.method != "POST":
        return shown(form, waiting)
    if not form.validate():
        return shown(form, waiting, 422)
    browser = this_browser(request, house().settings)
    account_id = waiting.state.account_id
    known = browser.id_for(account_id)
    try:
        with open_work(house(), writes=True) as work:
            if not service.claim(work, cookie, waiting, known):
                return _begin_again()
    except TooOften as error:
        form.form_errors.append(told(error))
        answer = shown(form, waiting, 429)
        answer.headers["Retry-After"] = str(error.wait)
        return answer
    with open_work(house(), writes=True) as work:
        fresh = service.give(work, cookie, form.code.data or "", known)
        work.commit()
    if fresh is not None:
        now = house().clock.now()
        browser = browser.remembering(account_id, waiting.state.epoch, now)
        answer = arrived(work, form, browser)
        set_session(answer, house().settings, fresh)
        return answer
    form.code.errors = [gettext("Deze code klopt niet, of is al gebruikt. Wacht op de volgende.")]
    return shown(form, waiting, 422)


def shown(form: SecondFactorForm, waiting: Pending | None, status: int = 200) -> Response:
    """The page, with what this account may answer."""
    text = render_template("accounts/second_factor.html", form=form, waiting=waiting)
    return make_response(text, status)


def _begin_again() -> BaseResponse:
    messages.say("second_factor_gone")
    return redirect(url_for("accounts.log_in"))
