"""Give a passkey another name."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.passkey_add import PasskeyAddForm
from signalering.forms.accounts.passkey_rename import PasskeyRenameForm
from signalering.routes.accounts.passkeys import shown
from signalering.services.accounts.passkey_rename import rename_passkey
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/passkeys/<uuid:passkey_id>/rename", "passkey_rename", passkey_rename, methods=["POST"]
    )


@unit_of_work()
def passkey_rename(work: Work, passkey_id: UUID) -> Answer:
    """Keep the name; a wrong one is told above the list."""
    form = PasskeyRenameForm(request.form)
    if form.validate() and carried_out(
        work, form, lambda: rename_passkey(work, passkey_id, form.name.data or "")
    ):
        messages.say("passkey_renamed")
        return redirect(url_for("accounts.passkeys"))
    told = PasskeyAddForm()
    told.form_errors.extend(f"{form.name.label.text}: {error}" for error in form.name.errors)
    return shown(work, told, 422)
