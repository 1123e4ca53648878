"""Open a locked session again; what was being typed is still there."""

from flask import Blueprint, Response, current_app, redirect, request, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import CannotOpen, InvalidInput, NotAllowedNow, TooOften
from signalering.domain.lifecycles import UnlockWay
from signalering.domain.throttles import Tried
from signalering.forms.accounts.unlock import UnlockForm
from signalering.routes.accounts.resend import log_in_again, resend, unlock_page
from signalering.services.accounts import log_in, pin, throttle
from signalering.services.accounts import unlock as service
from signalering.services.opened import Opened
from signalering.services.work import open_work
from signalering.web import held, messages
from signalering.web.context import house
from signalering.web.cookies import clear_session, set_session
from signalering.web.duties import new_month
from signalering.web.language import told
from signalering.web.paths import own_path
from signalering.web.visitor import Locked, Visitor, current_locked, current_visitor

Who = Locked | Visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/unlock", "unlock", unlock, methods=["GET", "POST"])


def unlock() -> BaseResponse:
    """By PIN or by passphrase; the Argon2id run stands outside any transaction."""
    visitor = current_visitor()
    who = current_locked() or visitor
    form = UnlockForm(request.form, next=request.args.get("next", ""))
    if who is None:
        if form.held.data:  # pressed twice, or ended meanwhile
            return _log_in_again(form)
        return redirect(url_for("accounts.log_in", next=own_path(form.next.data)))
    if visitor is not None and visitor.has_keys:
        return _on(form, who, visitor.opened)
    if request.method != "POST":
        return unlock_page(form)
    if not form.validate():
        return unlock_page(form, 422)
    try:
        answer = _by_pin(form, who) if form.pin.data else _by_passphrase(form, who)
    except TooOften as error:
        form.form_errors.append(told(error))
        late = unlock_page(form, 429)
        late.headers["Retry-After"] = str(error.wait)
        return late
    except NotAllowedNow:  # opened elsewhere at this moment, or ended
        return _log_in_again(form)
    if isinstance(answer, BaseResponse):
        return answer
    opened, cookie = answer
    new_month(house(), who.actor, opened)
    onward = current_app.make_response(_on(form, who, opened))
    set_session(onward, house().settings, cookie)
    return onward


def _by_pin(form: UnlockForm, who: Who) -> service.Unlocked | BaseResponse:
    """Try the PIN; the try counts before it is known whether it is right."""
    beside = pin.beside(who.cookie, who.state)
    with service.in_turn():
        with open_work(house(), who.actor, writes=True) as work:
            sealed = pin.claim_try(work, who.cookie)
            work.commit()
        secret = pin.matching(house(), beside, form.pin.data or "", sealed)
    with open_work(house(), who.actor, writes=True) as work:
        if secret is not None:
            cookie = service.unlock(work, who.cookie, secret, service.PIN)
            work.commit()
            return work.opened, cookie
        left = pin.was_wrong(work, who.cookie)
        work.commit()
    if not left:
        answer = _log_in_again(form)
        clear_session(answer, house().settings)
        return answer
    again = ngettext(
        "Je kunt het nog %(num)s keer proberen.", "Je kunt het nog %(num)s keer proberen.", left
    )
    form.refuse(InvalidInput("pin", "pin_wrong"))
    form.form_errors.append(str(again))
    return unlock_page(form, 422)


def _by_passphrase(form: UnlockForm, who: Who) -> service.Unlocked | BaseResponse:
    if not form.passphrase.data:
        form.refuse(InvalidInput("passphrase", "required"))
        return unlock_page(form, 422)
    with open_work(house(), writes=False) as work:
        tried = log_in.challenge_of(work, who.actor.account_id)
    with service.in_turn():
        with open_work(house(), who.actor, writes=True) as work:
            throttle.claim(work, Tried.UNLOCK, str(who.actor.account_id))
        keys = log_in.prove(tried, form.passphrase.data)
    with open_work(house(), who.actor, writes=True) as work:
        try:
            if not log_in.is_right(tried, keys):
                raise CannotOpen
            secret = log_in.unwrap(work, who.actor.account_id, keys)
            throttle.forgive(work, Tried.UNLOCK, str(who.actor.account_id))
            cookie = service.unlock(work, who.cookie, secret, UnlockWay.PASSPHRASE)
        except CannotOpen:
            work.rollback()
            service.was_refused(work, UnlockWay.PASSPHRASE)
            work.commit()
        else:
            work.commit()
            return work.opened, cookie
    form.refuse(InvalidInput("passphrase", "passphrase_wrong"))
    return unlock_page(form, 422)


def _on(form: UnlockForm, who: Who, opened: Opened) -> BaseResponse:
    """What was being typed, or else where one was going."""
    kept = held.opened(form.held.data or "", who.actor.account_id, opened.secret)
    if kept is not None:
        return resend(kept)
    if form.held.data:
        messages.say("held_lost")
    return redirect(own_path(form.next.data) or url_for("accounts.start"))


def _log_in_again(form: UnlockForm) -> Response:
    return log_in_again(form.held.data or "", form.next.data or "")
