"""Forgotten words: a personal recovery code gives new ones."""

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext

from signalering.domain.errors import CannotOpen, TooOften
from signalering.domain.texts import text_of
from signalering.forms.accounts.recover import RecoverForm
from signalering.routes.accounts._steps import signed_in, walked
from signalering.services.accounts import recover as service
from signalering.services.accounts.drawing import draw, open_drawn
from signalering.services.work import open_work
from signalering.web.context import house, page, rendered
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/recover", "recover", recover, methods=["GET", "POST"])


def recover() -> Response:
    """Address and code first; then new words, typed back; then one is logged in."""
    asked = request.method != "POST"
    form = RecoverForm(request.form)
    if asked or not form.validate():
        return _shown(form, 200 if asked else 422)
    email, code = form.email.data or "", form.code.data or ""
    try:
        with open_work(house(), writes=True) as work:
            service.claim(work, email)
    except TooOften as error:
        form.form_errors.append(told(error))
        answer = _shown(form, 429)
        answer.headers["Retry-After"] = str(error.wait)
        return answer
    try:
        with open_work(house(), writes=False) as work:
            found = service.find(work, email, code)
        with open_work(house(), writes=True) as work:
            service.right(work, email)
            work.commit()
    except CannotOpen:
        return _refused(form)
    carrier = service.carrier(code)
    try:
        drawn = open_drawn(carrier, found.account_id, form.carried.data or "")
    except CannotOpen:
        drawn = draw(found.account_id, found.hats)
        form.step.data = ""
    shown = walked(form, carrier, drawn, action=url_for("accounts.recover"), name="")
    if shown is not None:
        return shown
    with open_work(house(), writes=False) as work:
        enrolment = service.enrolled(work, found, drawn)
    try:
        with open_work(house(), writes=True) as work:
            cookie = service.recover(work, found, enrolment)
            work.commit()
    except CannotOpen:
        return _refused(form)
    return signed_in(cookie, "passphrase_changed")


def _refused(form: RecoverForm) -> Response:
    with open_work(house(), writes=True) as work:
        service.refuse(work, form.email.data or "")
        work.commit()
    form.form_errors.append(gettext(text_of("wrong_recovery")))
    return _shown(form, 422)


def _shown(form: RecoverForm, status: int) -> Response:
    return rendered(page("accounts/recover.html", status, form=form))
