"""A coordinator moves a case along."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotAllowedNow
from signalering.forms.cases.move import MoveForm
from signalering.services.cases.move import move as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/move", "move", move, methods=["POST"])


@unit_of_work()
def move(work: Work, case_id: UUID) -> Answer:
    """One button a step; a step that no button offers is refused."""
    form = MoveForm(request.form)
    if not form.validate():
        raise NotAllowedNow
    service(work, form.to_command(case_id))
    messages.say("case_moved")
    return redirect(url_for("cases.show", case_id=case_id))
