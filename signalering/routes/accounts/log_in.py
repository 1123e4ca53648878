"""Log in, and get back what was being typed when time ran out."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import CannotOpen
from signalering.forms.accounts.log_in import LogInForm
from signalering.routes.accounts.resend import resend
from signalering.services.accounts import log_in as service
from signalering.services.accounts import sessions
from signalering.services.accounts.log_in import Challenge
from signalering.services.work import open_work
from signalering.web import held, messages
from signalering.web.context import house
from signalering.web.cookies import set_session
from signalering.web.duties import new_month
from signalering.web.held import Held
from signalering.web.paths import own_path
from signalering.web.visitor import current_visitor


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
    with open_work(house(), writes=False) as work:
        tried = service.challenge(work, form.email.data or "")
    keys = service.prove(tried, form.passphrase.data or "")
    if not service.is_right(tried, keys):
        return _refused(form, tried)
    with open_work(house(), writes=True) as work:
        try:
            cookie = service.log_in(work, tried, keys)
        except CannotOpen:
            work.rollback()
            return _refused(form, tried)
        before = current_visitor()
        if before is not None:  # its cookie is about to be replaced: nobody may use it any more
            sessions.end(work, before.cookie)
        work.commit()
        opened = work.opened
        actor = work.actor
    new_month(house(), actor, opened)
    answer = _after(form, held.opened(form.held.data or "", tried.account_id, opened.secret))
    set_session(answer, house().settings, cookie)
    return answer


def _after(form: LogInForm, kept: Held | None) -> Response:
    if kept is not None:
        return resend(kept)
    if form.held.data:
        messages.say("held_lost")
    return make_response(redirect(own_path(form.next.data) or url_for("accounts.start")))


def _refused(form: LogInForm, tried: Challenge) -> Response:
    with open_work(house(), writes=True) as work:
        service.refuse(work, tried)
        work.commit()
    # One text for an unknown address and a wrong passphrase.
    form.form_errors.append(gettext("E-mailadres en wachtzin horen niet bij elkaar."))
    return _shown(form, 422)


def _shown(form: LogInForm, status: int) -> Response:
    return make_response(render_template("accounts/log_in.html", form=form), status)
