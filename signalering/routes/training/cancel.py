"""Give a seat back."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.training.cancel import cancel as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/training/<uuid:session_id>/cancel", "cancel", cancel, methods=["POST"])


@unit_of_work()
def cancel(work: Work, session_id: UUID) -> Answer:
    """Do it, and show one's own training again."""
    service(work, session_id)
    messages.say("sign_up_cancelled")
    return redirect(url_for("training.course"))
