"""A hold ends before its last day."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.retention.end_hold import end_hold as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/retention/holds/<uuid:hold_id>/end", "end_hold", end_hold, methods=["POST"]
    )


@unit_of_work()
def end_hold(work: Work, hold_id: UUID) -> Answer:
    """Its term counts again, and two weeks of notice."""
    service(work, hold_id)
    messages.say("hold_ended")
    return redirect(url_for("retention.hold"))
