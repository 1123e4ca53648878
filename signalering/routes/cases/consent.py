"""A coordinator records a consent."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.consent import ConsentForm
from signalering.routes.cases.show import asked, case_page
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.consent import consent as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/consent", "consent", consent, methods=["POST"])


@unit_of_work()
def consent(work: Work, case_id: UUID) -> Answer:
    """Keep it, or show the case again with what was typed."""
    form = asked(ConsentForm(request.form))
    status = kept(work, form, lambda: service(work, form.to_command(case_id)))
    if status == DONE:
        messages.say("consent_recorded")
        return redirect(url_for("cases.show", case_id=case_id))
    return case_page(work, case_id, form, status)
