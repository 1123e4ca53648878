"""Plan trainings in a classroom."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.training.sessions import PlanForm
from signalering.routes.training._partners import partner_choices
from signalering.services.training.plan import plan
from signalering.services.training.sessions import sessions as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/training/sessions", "sessions", sessions, methods=["GET", "POST"])


@unit_of_work()
def sessions(work: Work) -> Answer:
    """What is planned, who asks for more, and a form."""
    form = PlanForm(request.form)
    form.partner.choices = partner_choices(work)
    if (
        request.method == "POST"
        and form.validate()
        and carried_out(work, form, lambda: plan(work, form.to_command()))
    ):
        messages.say("training_planned")
        return redirect(url_for("training.sessions"))
    status = 422 if request.method == "POST" else 200
    return page("training/sessions.html", status, form=form, view=service(work))
