"""A coordinator leaves the next word to the resident."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.signals.wait import wait as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/wait", "wait", wait, methods=["POST"])


@unit_of_work()
def wait(work: Work, signal_id: UUID) -> Answer:
    """Wait, and show it."""
    service(work, signal_id)
    messages.say("resident_awaited")
    return redirect(url_for("signals.show", signal_id=signal_id))
