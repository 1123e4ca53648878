"""Ask the reporters of two signals that look alike."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.signals.ask_both import AskBothForm
from signalering.routes.signals._found import replaced
from signalering.services.signals.ask_both import ask_both as service
from signalering.services.signals.ask_both import pair
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.drafts import sent, typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/ask-both", "ask_both", ask_both, methods=["GET", "POST"]
    )


@unit_of_work()
def ask_both(work: Work, signal_id: UUID) -> Answer:
    """Which other signal, and the question."""
    form = AskBothForm(typed(work))
    form.other.choices = [(str(other), reference) for other, reference in pair(work, signal_id)]
    status = 422 if request.method == "POST" else 200
    if "take_over" in request.form:
        status = replaced(form)
    elif (
        request.method == "POST"
        and form.validate()
        and carried_out(work, form, lambda: service(work, form.to_command(signal_id)))
    ):
        sent(work)
        messages.say("both_asked")
        return redirect(url_for("signals.show", signal_id=signal_id))
    return page("signals/ask_both.html", status, form=form, signal_id=signal_id)
