"""A coordinator hands a signal back to the queue."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.domain.audit_words import AuditAction
from signalering.services.accounts.undo import offer
from signalering.services.signals.hand_back import hand_back as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.undoing import of_step


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/hand-back", "hand_back", hand_back, methods=["POST"]
    )


@unit_of_work()
def hand_back(work: Work, signal_id: UUID) -> Answer:
    """Hand it back, and go on with the queue."""
    had = service(work, signal_id)
    undo = of_step(offer(work, AuditAction.SIGNAL_HANDED_BACK, signal_id, had))
    messages.say("signal_handed_back", undo)
    return redirect(url_for("signals.inbox"))
