"""A coordinator opens a case from a signal."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.cases.open import open as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/open-case", "open", open_case, methods=["POST"]
    )


@unit_of_work()
def open_case(work: Work, signal_id: UUID) -> Answer:
    """Open it, then read it."""
    case_id = service(work, signal_id)
    messages.say("case_opened")
    return redirect(url_for("cases.show", case_id=case_id))
