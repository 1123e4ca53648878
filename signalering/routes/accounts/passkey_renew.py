"""Let a passkey open the keys again."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import PasskeyRefused
from signalering.forms.accounts.passkey_add import PasskeyAddForm
from signalering.forms.accounts.passkey_log_in import PasskeyLogInForm
from signalering.routes.accounts.passkeys import shown
from signalering.services.accounts.passkey_renew import renew_passkey
from signalering.services.work import Work
from signalering.web import messages, passkeys
from signalering.web.context import Answer, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/passkeys/<uuid:passkey_id>/renew", "passkey_renew", passkey_renew, methods=["POST"]
    )


@unit_of_work()
def passkey_renew(work: Work, passkey_id: UUID) -> Answer:
    """Wrap the keys for what was shown; a refusal is told above the list."""
    shown_passkey = PasskeyLogInForm(request.form).to_command()
    try:
        renew_passkey(work, passkey_id, passkeys.take(), shown_passkey)
    except PasskeyRefused as error:
        work.rollback()
        form = PasskeyAddForm()
        form.form_errors.append(told(error))
        return shown(work, form, 422)
    messages.say("passkey_renewed")
    return redirect(url_for("accounts.passkeys"))
