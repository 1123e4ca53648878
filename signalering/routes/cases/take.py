"""A coordinator takes a case that nobody has."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.cases.take import take as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/take", "take", take, methods=["POST"])


@unit_of_work()
def take(work: Work, case_id: UUID) -> Answer:
    """Take it, then read it."""
    service(work, case_id)
    messages.say("case_taken")
    return redirect(url_for("cases.show", case_id=case_id))
