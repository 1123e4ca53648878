"""Change a colleague's hats."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.hats import HatsForm
from signalering.services.accounts.hats import change_hats, hats_of
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/hats", "hats", hats, methods=["GET", "POST"]
    )


@unit_of_work()
def hats(work: Work, account_id: UUID) -> Answer:
    """The hats now, to be ticked or not."""
    view = hats_of(work, account_id)
    asked = request.method != "POST"
    # Of boxes to tick, none came in before anything was sent: that is no wish for none.
    form = HatsForm(None if asked else request.form, hats=list(view.hats))
    if (
        not asked
        and form.validate()
        and form.confirms(view.hats)
        and carried_out(work, form, lambda: change_hats(work, form.to_command(account_id)))
    ):
        messages.say("hats_changed")
        return redirect(url_for("accounts.list"))
    status = 200 if asked else 422
    return page("accounts/hats.html", status, form=form, view=view, holds=form.holds(view.hats))
