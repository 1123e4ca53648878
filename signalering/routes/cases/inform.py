"""A coordinator writes down that the resident knows what is kept."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.inform import InformForm
from signalering.routes.cases.show import case_page, ways_to_inform
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.inform import inform as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/inform", "inform", inform, methods=["POST"])


@unit_of_work()
def inform(work: Work, case_id: UUID) -> Answer:
    """Keep it, or show the case again with what was typed."""
    form = ways_to_inform(InformForm(request.form))
    status = kept(work, form, lambda: service(work, form.to_command(case_id)))
    if status == DONE:
        messages.say("resident_informed")
        return redirect(url_for("cases.show", case_id=case_id))
    return case_page(work, case_id, form, status)
