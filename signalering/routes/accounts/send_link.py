"""Mail a new one-time link."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.accounts.send_link import send_link as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/accounts/<uuid:account_id>/send-link", "send_link", send_link, methods=["POST"]
    )


@unit_of_work()
def send_link(work: Work, account_id: UUID) -> Answer:
    """Let it go out."""
    service(work, account_id)
    messages.say("link_sent")
    return redirect(url_for("accounts.list"))
