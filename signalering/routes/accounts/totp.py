"""Set up codes for the log-in: once on a new account, again for another phone."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import CannotOpen, Denied, InvalidInput, TooOften
from signalering.domain.lifecycles import UnlockWay
from signalering.forms.accounts.totp import TotpForm
from signalering.services.accounts import log_in, second_factor, throttle, totp, totp_set
from signalering.services.accounts.log_in import Challenge
from signalering.services.accounts.unlock import was_refused
from signalering.services.work import open_work
from signalering.web import messages
from signalering.web.browsers import set_browser, this_browser
from signalering.web.context import house
from signalering.web.cookies import set_session
from signalering.web.language import told
from signalering.web.visitor import Visitor, current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/second-step", "totp", show_totp, methods=["GET", "POST"])


def show_totp() -> BaseResponse:
    """Show the secret, and keep it once the phone has proved that it knows it."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    if request.method != "POST":
        return _gone_on(visitor) or _shown(visitor, TotpForm(secret=_new_secret()), 200)
    form = TotpForm(request.form)
    try:
        secret = totp.typed_secret(form.secret.data or "")
    except CannotOpen:
        return _shown(visitor, TotpForm(secret=_new_secret()), 422)
    if not form.validate():
        return _shown(visitor, form, 422)
    try:
        tried = _claimed(visitor, secret, form.code.data or "")
    except InvalidInput as error:
        form.refuse(error)
        return _shown(visitor, form, 422)
    except TooOften as error:
        form.form_errors.append(told(error))
        answer = _shown(visitor, form, 429)
        answer.headers["Retry-After"] = str(error.wait)
        return answer
    keys = log_in.prove(tried, form.passphrase.data or "")
    if not log_in.is_right(tried, keys):
        with open_work(house(), visitor.actor, writes=True) as work:
            was_refused(work, UnlockWay.PASSPHRASE)
            work.commit()
        form.passphrase.errors = [gettext("Deze wachtzin hoort niet bij je account.")]
        return _shown(visitor, form, 422)
    with open_work(house(), visitor.actor, visitor.opened, writes=True) as work:
        fresh = totp_set.set_totp(work, visitor.cookie, visitor.state, tried, keys, secret)
        throttle.forgive(work, "unlock", str(visitor.actor.account_id))
        epoch = second_factor.epoch_of(work, visitor.actor.account_id)
        work.commit()
    messages.say("second_factor_set")
    answer = make_response(redirect(url_for("accounts.start")))
    set_session(answer, house().settings, fresh)
    account_id, now = visitor.actor.account_id, house().clock.now()
    browser = this_browser(request, house().settings).remembering(account_id, epoch, now)
    set_browser(answer, house().settings, browser)
    return answer


def _claimed(visitor: Visitor, secret: bytes, code: str) -> Challenge:
    """The challenge of one's own passphrase, with a try taken. Raises InvalidInput, TooOften."""
    with open_work(house(), visitor.actor, writes=False) as work:
        totp_set.check_code(work, secret, code)
        tried = log_in.challenge_of(work, visitor.actor.account_id)
    with open_work(house(), visitor.actor, writes=True) as work:
        throttle.claim(work, "unlock", str(visitor.actor.account_id))
    return tried


def _gone_on(visitor: Visitor) -> BaseResponse | None:
    with open_work(house(), visitor.actor, visitor.opened, writes=True) as work:
        fresh = totp_set.go_on(work, visitor.cookie, visitor.state)
        if fresh is None:
            return None
        work.commit()
    answer = redirect(url_for("accounts.start"))
    made = make_response(answer)
    set_session(made, house().settings, fresh)
    return made


def _new_secret() -> str:
    return totp.shown_secret(totp.new_secret())


def _shown(visitor: Visitor, form: TotpForm, status: int) -> Response:
    secret = totp.typed_secret(form.secret.data or "")
    with open_work(house(), visitor.actor, writes=False) as work:
        view = totp_set.shown(work, secret)
    return make_response(render_template("accounts/totp.html", form=form, view=view), status)
