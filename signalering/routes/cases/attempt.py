"""A coordinator records a contact attempt."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.contact_protocol import REACHED
from signalering.domain.states import AttemptResult
from signalering.forms.cases.attempt import AttemptForm
from signalering.routes.cases.show import case_page, offered
from signalering.routes.keeping import DONE, kept
from signalering.services.accounts import draft as drafts
from signalering.services.cases.attempt import attempt as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.drafts import place_of

# After a call from the day's list one goes on with that list; whoever was reached has more to tell.
BACK = "today"


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/attempt", "attempt", attempt, methods=["POST"])


@unit_of_work()
def attempt(work: Work, case_id: UUID) -> Answer:
    """Keep it, or show the case again with what was typed."""
    form = offered(AttemptForm(request.form))
    status = kept(work, form, lambda: service(work, form.to_command(case_id)))
    if status == DONE:
        drafts.forget(work, place_of("cases.attempt", case_id))
        messages.say("attempt_recorded")
        if form.back.data == BACK and AttemptResult(form.result.data) not in REACHED:
            return redirect(url_for("cases.today"))
        return redirect(url_for("cases.show", case_id=case_id))
    return case_page(work, case_id, form, status)
