"""Signals go to a colleague, several in one step."""

from flask import Blueprint, redirect, request, url_for

from signalering.routes.signals.inbox import assign_form, shown
from signalering.services.signals.assign import assign as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/assign", "assign", assign, methods=["POST"])


@unit_of_work()
def assign(work: Work) -> Answer:
    """All or none; with an error the list comes back with its ticks."""
    form = assign_form(work)
    if form.validate() and carried_out(work, form, lambda: service(work, form.to_command())):
        messages.say("signals_assigned")
        return redirect(url_for("signals.inbox", queue=request.args.get("queue", "")))
    return shown(work, form, 422)
