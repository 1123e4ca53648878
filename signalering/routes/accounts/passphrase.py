"""Change one's words."""

from flask import Blueprint, Response, request, url_for

from signalering.domain.errors import CannotOpen, Denied, InvalidInput, TooOften
from signalering.domain.lifecycles import UnlockWay
from signalering.forms.accounts._drawn import DrawnForm
from signalering.forms.accounts.passphrase import PassphraseForm
from signalering.routes.accounts._steps import signed_in, walked
from signalering.services.accounts import log_in, throttle
from signalering.services.accounts import passphrase as service
from signalering.services.accounts.drawing import open_drawn
from signalering.services.accounts.unlock import was_refused
from signalering.services.work import open_work
from signalering.web.context import house, page, rendered
from signalering.web.language import told
from signalering.web.visitor import Visitor, current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/passphrase", "passphrase", passphrase, methods=["GET", "POST"])


def passphrase() -> Response:
    """The present words first, then new ones; every other session ends."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    with open_work(house(), visitor.actor, visitor.opened, writes=False) as work:
        carrier = service.carrier(work)
    if request.method != "POST":
        return _shown(PassphraseForm(), 200)
    form = DrawnForm(request.form)
    if not form.carried.data:
        return _begun(visitor)
    drawn = open_drawn(carrier, visitor.actor.account_id, form.carried.data)
    action = url_for("accounts.passphrase")
    shown = walked(form, carrier, drawn, action=action, name="")
    if shown is not None:
        return shown
    with open_work(house(), visitor.actor, visitor.opened, writes=False) as work:
        enrolment = service.enrolled(work, drawn)
    try:
        with open_work(house(), visitor.actor, visitor.opened, writes=True) as work:
            cookie = service.change(work, visitor.cookie, visitor.state, drawn, enrolment)
            work.commit()
    except InvalidInput as error:
        refused = PassphraseForm()
        refused.refuse(error)
        return _shown(refused, 422)
    renewed = enrolment.secret != visitor.opened.secret
    return signed_in(cookie, "keys_renewed" if renewed else "passphrase_changed")


def _begun(visitor: Visitor) -> Response:
    form = PassphraseForm(request.form)
    if not form.validate():
        return _shown(form, 422)
    account_id = visitor.actor.account_id
    try:
        with open_work(house(), visitor.actor, writes=True) as work:
            throttle.claim(work, "unlock", str(account_id))
    except TooOften as error:
        form.form_errors.append(told(error))
        answer = _shown(form, 429)
        answer.headers["Retry-After"] = str(error.wait)
        return answer
    with open_work(house(), visitor.actor, writes=False) as work:
        tried = log_in.challenge_of(work, account_id)
    keys = log_in.prove(tried, form.passphrase.data or "")
    if not log_in.is_right(tried, keys):
        with open_work(house(), visitor.actor, writes=True) as work:
            was_refused(work, UnlockWay.PASSPHRASE)
            work.commit()
        form.refuse(InvalidInput("passphrase", "wrong_words"))
        return _shown(form, 422)
    with open_work(house(), visitor.actor, visitor.opened, writes=True) as work:
        throttle.forgive(work, "unlock", str(account_id))
        work.commit()
    with open_work(house(), visitor.actor, visitor.opened, writes=False) as work:
        drawn = service.begin(work, tried, keys, new_keys=bool(form.new_keys.data))
        carrier = service.carrier(work)
    action = url_for("accounts.passphrase")
    shown = walked(DrawnForm(), carrier, drawn, action=action, name="")
    if shown is None:
        raise CannotOpen
    return shown


def _shown(form: PassphraseForm, status: int) -> Response:
    return rendered(page("accounts/passphrase.html", status, form=form))
