"""A training in a classroom: who comes, and who was there."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.training.session import Attendee
from signalering.forms.training.session import SessionForm
from signalering.services.training.session import hold
from signalering.services.training.session import session as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/training/sessions/<uuid:session_id>", "session", session, methods=["GET", "POST"]
    )


@unit_of_work()
def session(work: Work, session_id: UUID) -> Answer:
    """The list; on its day, with ticks."""
    form = SessionForm(request.form)
    view = service(work, session_id)
    form.present.choices = _ticks(view.attendees)
    form.came_too.choices = _ticks(view.others)
    if (
        request.method == "POST"
        and form.validate()
        and carried_out(work, form, lambda: hold(work, form.to_command(session_id)))
    ):
        messages.say("training_held")
        return redirect(url_for("training.sessions"))
    return page(
        "training/session.html", 422 if request.method == "POST" else 200, form=form, view=view
    )


def _ticks(people: tuple[Attendee, ...]) -> list[tuple[str, str]]:
    return [
        (str(one.account_id), f"{one.name}, {one.partner}" if one.partner else one.name)
        for one in people
    ]
