"""An administrator calls a meeting off."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.network.cancel_meeting import CancelMeetingForm
from signalering.routes.keeping import DONE, kept
from signalering.services.network.cancel_meeting import cancel_meeting as service
from signalering.services.network.cancel_meeting import to_cancel
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/meetings/<uuid:meeting_id>/cancel",
        "cancel_meeting",
        cancel_meeting,
        methods=["GET", "POST"],
    )


@unit_of_work()
def cancel_meeting(work: Work, meeting_id: UUID) -> Answer:
    """Say who hears of it, and do it once the word is typed over."""
    view = to_cancel(work, meeting_id)
    form, status = CancelMeetingForm(request.form), 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(meeting_id)))
        if status == DONE:
            messages.say("meeting_cancelled")
            return redirect(url_for("network.meeting", meeting_id=meeting_id))
        view = to_cancel(work, meeting_id)
    return page("network/cancel_meeting.html", status, form=form, view=view)
