"""Shut a partner's program out."""

from uuid import UUID

from flask import Blueprint, redirect, url_for

from signalering.services.partners.revoke_client import revoke_client as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/partners/<uuid:partner_id>/programs/<uuid:client_id>/revoke",
        "revoke_client",
        revoke_client,
        methods=["POST"],
    )


@unit_of_work()
def revoke_client(work: Work, partner_id: UUID, client_id: UUID) -> Answer:
    """From now on it is a program like any that was never let in."""
    service(work, partner_id, client_id)
    messages.say("client_revoked")
    return redirect(url_for("partners.clients", partner_id=partner_id))
