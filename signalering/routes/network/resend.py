"""Send a failed mail again."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.network.resend import resend as let_go
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/mail/<uuid:mail_id>/resend", "resend", resend, methods=["POST"])


@unit_of_work()
def resend(work: Work, mail_id: UUID) -> Answer:
    """It waits again, for the next round of the work loop."""
    let_go(work, mail_id)
    messages.say("mail_resent")
    return redirect(url_for("network.mail"))
