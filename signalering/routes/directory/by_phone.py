"""A colleague called an initiative, and writes down what it said."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.directory.answer import AnswerForm
from signalering.routes.directory._answering import offered, prefilled
from signalering.services.directory.by_phone import by_phone as service
from signalering.services.directory.by_phone import to_call
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/directory/<uuid:initiative_id>/by-phone", "by_phone", by_phone, methods=["GET", "POST"]
    )


@unit_of_work()
def by_phone(work: Work, initiative_id: UUID) -> Answer:
    """The same questions as behind the link."""
    if request.method != "POST":
        view = to_call(work, initiative_id)
        return page("directory/by_phone.html", view=view, form=prefilled(view))
    form = offered(AnswerForm(request.form))
    if form.validate() and carried_out(
        work, form, lambda: service(work, initiative_id, form.to_command())
    ):
        messages.say("offer_answered")
        return redirect(url_for("directory.list"))
    view = to_call(work, initiative_id)
    return page("directory/by_phone.html", 422, view=view, form=form)
