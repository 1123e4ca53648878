"""Details that came to a signal go to its case."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.cases.bring_details import bring_details as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/bring-details", "bring_details", bring_details, methods=["POST"]
    )


@unit_of_work()
def bring_details(work: Work, signal_id: UUID) -> Answer:
    """Bring them there, and go along."""
    case_id = service(work, signal_id)
    messages.say("details_brought")
    return redirect(url_for("cases.show", case_id=case_id))
