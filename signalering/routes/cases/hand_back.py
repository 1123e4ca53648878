"""A coordinator hands a case back."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.audit_words import AuditAction
from signalering.domain.errors import NotAllowedNow
from signalering.forms.cases.hand_back import HandBackForm
from signalering.services.accounts.undo import offer
from signalering.services.cases.hand_back import hand_back as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.undoing import of_step


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/hand-back", "hand_back", hand_back, methods=["POST"]
    )


@unit_of_work()
def hand_back(work: Work, case_id: UUID) -> Answer:
    """Hand it back, and go on with one's own."""
    form = HandBackForm(request.form)
    if not form.validate():
        raise NotAllowedNow
    had = service(work, case_id, form.seen())
    undo = of_step(offer(work, AuditAction.CASE_HANDED_BACK, case_id, had))
    messages.say("case_handed_back", undo)
    return redirect(url_for("cases.list"))
