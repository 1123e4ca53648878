"""Remove a passkey."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.accounts.passkey_remove import remove_passkey
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/passkeys/<uuid:passkey_id>/remove", "passkey_remove", passkey_remove, methods=["POST"]
    )


@unit_of_work()
def passkey_remove(work: Work, passkey_id: UUID) -> Answer:
    """Remove it and go back to the list."""
    remove_passkey(work, passkey_id)
    messages.say("passkey_removed")
    return redirect(url_for("accounts.passkeys"))
