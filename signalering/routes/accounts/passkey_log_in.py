"""Show a passkey: to log in, as the second step of a log-in, or to open a locked session."""

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import (
    CannotOpen,
    DomainError,
    NotAllowedNow,
    PasskeyRefused,
    TooOften,
)
from signalering.domain.throttles import Tried
from signalering.forms.accounts.log_in import LogInForm
from signalering.forms.accounts.passkey_log_in import PasskeyLogInForm
from signalering.forms.accounts.second_factor import SecondFactorForm
from signalering.forms.accounts.unlock import UnlockForm
from signalering.routes.accounts._arrival import arrived
from signalering.routes.accounts.resend import log_in_again, unlock_page
from signalering.routes.accounts.second_factor import shown as second_step
from signalering.services.accounts import passkey_log_in as service
from signalering.services.accounts import second_factor, sessions, single_sign_on, throttle
from signalering.services.accounts.passkey_challenge import Purpose, spend
from signalering.services.accounts.passkey_log_in import Before
from signalering.services.accounts.unlock import ways_in
from signalering.services.work import open_work
from signalering.web import passkeys
from signalering.web.browsers import set_browser, this_browser
from signalering.web.context import house
from signalering.web.cookies import session_cookie_name, set_session
from signalering.web.language import told
from signalering.web.visitor import current_locked, current_visitor, read_cookie


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/log-in/passkey", "passkey_log_in", passkey_log_in, methods=["POST"])


def passkey_log_in() -> BaseResponse:
    """Check what was shown, and go on where the browser was; refused, its page comes back."""
    visitor = current_visitor()
    if visitor is not None and visitor.has_keys:
        return redirect(url_for("accounts.start"))
    form = PasskeyLogInForm(request.form)
    before = _before(form)
    if not form.answer.data:  # sent without the script: nothing was shown, nobody tried
        return _back(form, before, PasskeyRefused(), 422)
    kept = passkeys.take()
    try:
        with open_work(house(), writes=True) as work:
            throttle.claim(work, Tried.PASSKEY, service.turn_of(form.to_command()))
        with open_work(house(), writes=True) as work:
            challenge = spend(work, kept, Purpose.LOG_IN)
            work.commit()
        return _let_in(form, before, challenge)
    except NotAllowedNow:  # what was locked ended meanwhile: begin afresh
        if form.held.data:
            return log_in_again(form.held.data, form.next.data or "")
        return redirect(url_for("accounts.log_in", next=form.next.data or None))
    except (PasskeyRefused, CannotOpen) as error:
        with open_work(house(), writes=True) as work:
            service.refuse(work, form.to_command(), error)
            work.commit()
        return _back(form, before, error, 422)
    except TooOften as error:
        answer = _back(form, before, error, 429)
        answer.headers["Retry-After"] = str(error.wait)
        return answer


def _before(form: PasskeyLogInForm) -> Before:
    """What this browser had; only a page that asked for one account's passkeys goes on with it."""
    cookie = read_cookie(request, session_cookie_name(house().settings))
    shut = current_locked() or current_visitor()
    if cookie is None or not form.own.data:
        return Before(cookie)
    if shut is not None:
        return Before(cookie, shut_of=shut.actor.account_id)
    with open_work(house(), writes=False) as work:
        return Before(cookie, waiting=second_factor.pending(work, cookie))


def _let_in(form: PasskeyLogInForm, before: Before, challenge: bytes) -> BaseResponse:
    shut = current_locked() or current_visitor() if before.shut_of else None
    with open_work(house(), shut.actor if shut else None, writes=True) as work:
        proven = service.prove(work, challenge, form.to_command())
        throttle.forgive(work, Tried.PASSKEY, service.turn_of(form.to_command()))
        cookie = service.go_on(work, proven, before)
        account_id, epoch = proven.account.id, proven.account.session_epoch
        work.data.flush()
        state = sessions.find(work, cookie)
        view = ways_in(work, state) if state is not None else None
        work.commit()
    browser = this_browser(request, house().settings)
    browser = browser.remembering(account_id, epoch, house().clock.now())
    if work.opened.user_secret is not None:
        answer = arrived(work, form, browser)
    elif form.held.data:
        # It opens with the passphrase only: what was being typed goes along to that page.
        page = UnlockForm(held=form.held.data, next=form.next.data)
        text = render_template("accounts/unlock.html", form=page, view=view)
        answer = make_response(text)
    else:
        answer = make_response(redirect(url_for("accounts.unlock", next=form.next.data or None)))
    set_session(answer, house().settings, cookie)
    set_browser(answer, house().settings, browser)
    return answer


def _back(form: PasskeyLogInForm, before: Before, error: DomainError, status: int) -> Response:
    """The page that the passkey was shown on; what was being typed is still with it."""
    way, onward = form.held.data or "", form.next.data or ""
    if before.shut_of is not None:
        locked = UnlockForm(held=way, next=onward)
        locked.form_errors.append(told(error))
        return unlock_page(locked, status)
    if before.waiting is not None:
        step = SecondFactorForm(held=way, next=onward)
        step.form_errors.append(told(error))
        return second_step(step, before.waiting, status)
    page = LogInForm(held=way, next=onward)
    page.form_errors.append(told(error))
    single = single_sign_on.is_offered(house().settings)
    text = render_template("accounts/log_in.html", form=page, single_sign_on=single)
    return make_response(text, status)
