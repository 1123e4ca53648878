"""Add a passkey."""

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.errors import Denied, NotAllowedNow, PasskeyRefused
from signalering.domain.lifecycles import Stage
from signalering.forms.accounts.passkey_add import PasskeyAddForm
from signalering.routes.accounts.passkeys import shown
from signalering.services.accounts.passkey_add import add_passkey
from signalering.services.work import Work
from signalering.web import messages, passkeys
from signalering.web.context import Answer, carried_out, unit_of_work
from signalering.web.language import told
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/passkeys/add", "passkey_add", passkey_add, methods=["POST"])


@unit_of_work()
def passkey_add(work: Work) -> Answer:
    """Keep what the authenticator made, and say whether it unlocks too."""
    form, visitor = PasskeyAddForm(request.form), current_visitor()
    if visitor is None:
        raise Denied
    session = visitor.state
    kept = passkeys.take()
    if not form.validate():
        return shown(work, form, 422)
    if not form.answer.data:
        form.form_errors.append(gettext("Je browser heeft geen passkey gemaakt."))
        return shown(work, form, 422)
    opens: list[bool] = []
    try:
        done = carried_out(
            work, form, lambda: opens.append(add_passkey(work, session, kept, form.to_command()))
        )
    except (NotAllowedNow, PasskeyRefused) as error:
        work.rollback()
        form.form_errors.append(told(error))
        done = False
    if not done:
        return shown(work, form, 422)
    messages.say("passkey_added" if opens[0] else "passkey_added_shut")
    if session.stage is Stage.SET_UP:
        return redirect(url_for("accounts.totp"))  # which goes on: the second step is there now
    return redirect(url_for("accounts.passkeys"))
