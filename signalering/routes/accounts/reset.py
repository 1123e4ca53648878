"""Wipe a colleague's log-in, so that it can be set up again."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.reset import ResetForm
from signalering.services.accounts.reset import name_to_reset
from signalering.services.accounts.reset import reset as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/reset", "reset", reset, methods=["GET", "POST"]
    )


@unit_of_work()
def reset(work: Work, account_id: UUID) -> Answer:
    """Say what is lost, and do it once the word is typed over."""
    form = ResetForm(request.form)
    asked = request.method != "POST"
    if not asked and form.validate() and carried_out(work, form, lambda: service(work, account_id)):
        messages.say("account_reset")
        return redirect(url_for("accounts.list"))
    name = name_to_reset(work, account_id)
    status = 200 if asked else 422
    return page("accounts/reset.html", status, form=form, name=name, account_id=account_id)
