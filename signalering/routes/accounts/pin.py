"""Choose a PIN for this session."""

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import Denied, InvalidInput, KeysNeeded
from signalering.domain.pins import checked_pin
from signalering.forms.accounts.pin import PinForm
from signalering.services.accounts import pin as service
from signalering.services.work import open_work
from signalering.web import messages
from signalering.web.context import house
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/pin", "pin", pin, methods=["GET", "POST"])


def pin() -> BaseResponse:
    """The Argon2id run stands outside the transaction that keeps what it yields."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    if not visitor.has_keys:
        raise KeysNeeded
    form = PinForm(request.form)
    chosen = _chosen(form) if request.method == "POST" and form.validate() else None
    if chosen is None:
        status = 422 if request.method == "POST" else 200
        return make_response(render_template("accounts/pin.html", form=form), status)
    beside = service.beside(visitor.cookie, visitor.state)
    sealed = service.sealed_with(house(), beside, chosen, visitor.opened.secret)
    with open_work(house(), visitor.actor, visitor.opened, writes=True) as work:
        service.choose(work, visitor.cookie, sealed)
        work.commit()
    messages.say("pin_chosen")
    return redirect(url_for("accounts.start"))


def _chosen(form: PinForm) -> str | None:
    try:
        chosen = checked_pin(form.pin.data or "")
        if checked_pin(form.pin_again.data or "") != chosen:
            raise InvalidInput("pin_again", "pins_differ")
    except InvalidInput as error:
        form.refuse(error)
        return None
    return chosen
