"""A coordinator waits for the resident no longer."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.signals.resume import resume as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/resume", "resume", resume, methods=["POST"])


@unit_of_work()
def resume(work: Work, signal_id: UUID) -> Answer:
    """Go on, and show it."""
    service(work, signal_id)
    messages.say("triage_resumed")
    return redirect(url_for("signals.show", signal_id=signal_id))
