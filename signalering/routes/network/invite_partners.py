"""An administrator invites the partners."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.network.invite_partners import invite_partners as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/meetings/<uuid:meeting_id>/invite", "invite_partners", invite_partners, methods=["POST"]
    )


@unit_of_work()
def invite_partners(work: Work, meeting_id: UUID) -> Answer:
    """Each once; later also who came in since."""
    count = service(work, meeting_id)
    messages.say("partners_invited" if count else "partners_invited_before")
    return redirect(url_for("network.attendance", meeting_id=meeting_id))
