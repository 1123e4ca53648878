"""Open a mail of the demonstration."""

from uuid import UUID

from flask import Blueprint

from signalering.services.network.deliver import deliver as opened
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/mail/<uuid:mail_id>/open", "deliver", deliver, methods=["POST"])


@unit_of_work()
def deliver(work: Work, mail_id: UUID) -> Answer:
    """Show it as its receiver would read it."""
    return page("network/deliver.html", mail=opened(work, mail_id))
