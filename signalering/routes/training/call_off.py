"""Call a training off."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.training.call_off import call_off as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/training/sessions/<uuid:session_id>/call-off", "call_off", call_off, methods=["POST"]
    )


@unit_of_work()
def call_off(work: Work, session_id: UUID) -> Answer:
    """Take it off the list."""
    service(work, session_id)
    messages.say("training_called_off")
    return redirect(url_for("training.sessions"))
