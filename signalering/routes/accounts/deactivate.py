"""A colleague leaves."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.deactivate import DeactivateForm
from signalering.services.accounts.deactivate import deactivate as service
from signalering.services.accounts.deactivate import leaving
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/deactivate", "deactivate", deactivate, methods=["GET", "POST"]
    )


@unit_of_work()
def deactivate(work: Work, account_id: UUID) -> Answer:
    """Say what goes with the account, and do it once the word is typed over."""
    form = DeactivateForm(request.form)
    asked = request.method != "POST"
    if not asked and form.validate() and carried_out(work, form, lambda: service(work, account_id)):
        messages.say("account_deactivated")
        return redirect(url_for("accounts.list"))
    view = leaving(work, account_id)
    return page("accounts/deactivate.html", 200 if asked else 422, form=form, view=view)
