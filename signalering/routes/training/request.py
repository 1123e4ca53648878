"""Ask for a training in a classroom, or no longer."""

from flask import Blueprint, abort, redirect, request, url_for

from signalering.forms.training.request import RequestForm
from signalering.services.training.request import request as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/training/request", "request", ask, methods=["POST"])


@unit_of_work()
def ask(work: Work) -> Answer:
    """Remember the wish."""
    form = RequestForm(request.form)
    if not form.validate() or form.wish.data not in ("ask", "forget"):
        abort(422)
    service(work, wanted=form.wanted)
    messages.say("training_asked" if form.wanted else "training_no_longer_asked")
    return redirect(url_for("training.course"))
