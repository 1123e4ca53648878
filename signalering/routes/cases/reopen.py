"""A coordinator takes a closed case up again."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.reopen import ReopenForm
from signalering.routes.cases.show import case_page, why
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.reopen import reopen as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/reopen", "reopen", reopen, methods=["POST"])


@unit_of_work()
def reopen(work: Work, case_id: UUID) -> Answer:
    """Keep it, or show the case again with what was typed."""
    form = why(ReopenForm(request.form))
    status = kept(work, form, lambda: service(work, form.to_command(case_id)))
    if status == DONE:
        messages.say("case_reopened")
        return redirect(url_for("cases.show", case_id=case_id))
    return case_page(work, case_id, form, status)
