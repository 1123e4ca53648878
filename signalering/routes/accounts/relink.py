"""Link a reporter to older signals again."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.relink import RelinkForm
from signalering.services.accounts.relink import relink as service
from signalering.services.accounts.relink import waiting_reporter
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/relink", "relink", relink, methods=["GET", "POST"]
    )


@unit_of_work()
def relink(work: Work, account_id: UUID) -> Answer:
    """Call, compare, type what was heard."""
    form = RelinkForm(request.form)
    asked = request.method != "POST"
    person = waiting_reporter(work, account_id)
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: service(work, form.to_command(account_id)))
    ):
        messages.say("reporter_relinked")
        return redirect(url_for("keys.waiting"))
    # What is compared next is the key of now, whatever it was before.
    form.shown.data = person.shown
    return page("accounts/relink.html", 200 if asked else 422, form=form, person=person)
