"""A coordinator writes to the reporter out of a case."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.ask import AskForm
from signalering.routes.cases.show import case_page
from signalering.routes.keeping import DONE, kept
from signalering.routes.signals._found import replaced
from signalering.services.accounts import draft as drafts
from signalering.services.cases.ask import ask as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.drafts import place_of


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/ask", "ask", ask, methods=["POST"])


@unit_of_work()
def ask(work: Work, case_id: UUID) -> Answer:
    """Send it, or show the case again with what was typed."""
    form = AskForm(request.form)
    if "take_over" in request.form:
        return case_page(work, case_id, form, replaced(form))
    status = kept(work, form, lambda: service(work, form.to_command(case_id)))
    if status == DONE:
        drafts.forget(work, place_of("cases.ask", case_id))
        messages.say("message_sent")
        return redirect(url_for("cases.show", case_id=case_id))
    return case_page(work, case_id, form, status)
