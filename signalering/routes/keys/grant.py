"""Give a colleague the key."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.keys.grant import GrantForm
from signalering.services.keys.grant import give
from signalering.services.keys.waiting import waiting_person
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/keys/waiting/<uuid:account_id>/grant", "grant", grant, methods=["GET", "POST"]
    )


@unit_of_work()
def grant(work: Work, account_id: UUID) -> Answer:
    """Call, compare, type what was heard."""
    form = GrantForm(request.form)
    asked = request.method != "POST"
    person = waiting_person(work, account_id)
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: give(work, form.to_command(account_id)))
    ):
        messages.say("key_granted")
        return redirect(url_for("keys.waiting"))
    # What is compared next is the key of now, whatever it was before.
    form.shown.data = person.shown
    return page("keys/grant.html", 200 if asked else 422, form=form, person=person)
