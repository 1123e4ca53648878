"""A coordinator takes a signal in hand."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.signals.take import take as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/signals/<uuid:signal_id>/take", "take", take, methods=["POST"])


@unit_of_work()
def take(work: Work, signal_id: UUID) -> Answer:
    """Take it, then read it."""
    service(work, signal_id)
    messages.say("signal_taken")
    return redirect(url_for("signals.show", signal_id=signal_id))
