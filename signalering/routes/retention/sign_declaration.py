"""A privacy officer signs the vernietigingsverklaring of a run."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.retention.sign_declaration import sign_declaration as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/retention/runs/<uuid:run_id>/sign", "sign_declaration", sign_declaration, methods=["POST"]
    )


@unit_of_work()
def sign_declaration(work: Work, run_id: UUID) -> Answer:
    """Once it is whole, and once."""
    service(work, run_id)
    messages.say("erasure_signed")
    return redirect(url_for("retention.declaration", run_id=run_id))
