"""Say that one looked into a swapped key."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.keys.alarm import acknowledge
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/key-alarms/<uuid:object_id>", "alarm", alarm, methods=["POST"])


@unit_of_work()
def alarm(work: Work, object_id: UUID) -> Answer:
    """The owner's next unlock puts the right key back."""
    acknowledge(work, object_id)
    messages.say("alarm_acknowledged")
    return redirect(url_for("keys.holders"))
