"""A new offer."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.directory.add import AddForm
from signalering.routes.directory._editing import with_choices
from signalering.services.directory.add import add as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.drafts import sent, typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory/add", "add", add, methods=["GET", "POST"])


@unit_of_work()
def add(work: Work) -> Answer:
    """First what it is; when it is there comes on the next page."""
    form = AddForm(typed(work))
    with_choices(work, form)
    made: list[UUID] = []
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(work, form, lambda: made.append(service(work, form.facts())))
    ):
        sent(work)
        messages.say("offer_added")
        return redirect(url_for("directory.edit", initiative_id=made[0]))
    return page("directory/add.html", 200 if asked else 422, form=form)
