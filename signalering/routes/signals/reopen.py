"""A coordinator takes up a finished signal again."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.signals.reopen import ReopenForm
from signalering.routes.signals.show import record_page, reopen_form
from signalering.services.signals.reopen import reopen as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/reopen", "reopen", reopen, methods=["POST"])


@unit_of_work()
def reopen(work: Work, signal_id: UUID) -> Answer:
    """Take it up again with a reason."""
    form = reopen_form(ReopenForm(request.form))
    if form.validate() and carried_out(
        work, form, lambda: service(work, form.to_command(signal_id))
    ):
        messages.say("signal_reopened")
        return redirect(url_for("signals.show", signal_id=signal_id))
    return record_page(work, signal_id, reopen=form)
