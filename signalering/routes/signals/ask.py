"""A coordinator writes to the reporter, or asks and waits."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.signals.ask import AskForm
from signalering.routes.signals._found import replaced
from signalering.routes.signals.show import record_page
from signalering.services.accounts import draft as drafts
from signalering.services.signals.ask import ask as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, unit_of_work
from signalering.web.drafts import place_of


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/ask", "ask", ask, methods=["POST"])


@unit_of_work()
def ask(work: Work, signal_id: UUID) -> Answer:
    """Send it, or show the signal again with what was typed."""
    form = AskForm(request.form)
    if "take_over" in request.form:
        return record_page(work, signal_id, ask=form, status=replaced(form))
    if form.validate():
        command = form.to_command(signal_id)
        if carried_out(work, form, lambda: service(work, command)):
            drafts.forget(work, place_of("signals.ask", signal_id))
            messages.say("question_sent" if command.is_question else "message_sent")
            return redirect(url_for("signals.show", signal_id=signal_id))
    return record_page(work, signal_id, ask=form)
