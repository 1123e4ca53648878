"""Sign up for a training in a classroom."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.training.sign_up import sign_up as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/training/<uuid:session_id>/sign-up", "sign_up", sign_up, methods=["POST"]
    )


@unit_of_work()
def sign_up(work: Work, session_id: UUID) -> Answer:
    """Do it, and show one's own training again."""
    service(work, session_id)
    messages.say("signed_up")
    return redirect(url_for("training.course"))
