"""A closing day becomes a day like others."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Conflict
from signalering.forms.settings.open_again import OpenAgainForm
from signalering.services.settings.open_again import open_again as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/settings/closing-days/open-again", "open_again", open_again, methods=["POST"]
    )


@unit_of_work()
def open_again(work: Work) -> Answer:
    """Nothing is typed, so nothing is lost when somebody was first."""
    form = OpenAgainForm(request.form)
    if not form.validate():
        raise Conflict
    service(work, form.to_command())
    messages.say("closing_day_removed")
    return redirect(url_for("settings.closing_days"))
