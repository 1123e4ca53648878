"""An administrator changes a meeting."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.meetings import LONGEST_AGENDA
from signalering.domain.views.network.meetings import MeetingView
from signalering.forms.network.change_meeting import ChangeMeetingForm
from signalering.routes.keeping import DONE, kept
from signalering.routes.signals._found import replaced
from signalering.services.network.change_meeting import change_meeting as service
from signalering.services.network.change_meeting import to_change
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/meetings/<uuid:meeting_id>/change",
        "change_meeting",
        change_meeting,
        methods=["GET", "POST"],
    )


@unit_of_work()
def change_meeting(work: Work, meeting_id: UUID) -> Answer:
    """As it stands, or what was typed over it."""
    view = to_change(work, meeting_id)
    form, status = ChangeMeetingForm(request.form, data=_known(view)), 200
    if "take_over" in request.form:
        status = replaced(form, LONGEST_AGENDA)
    elif request.method == "POST":
        status = kept(
            work,
            form,
            lambda: service(work, form.to_change(meeting_id)),
            lambda: ChangeMeetingForm(data=_known(to_change(work, meeting_id))),
        )
        if status == DONE:
            messages.say("meeting_changed")
            return redirect(url_for("network.meeting", meeting_id=meeting_id))
        view = to_change(work, meeting_id)
    return page("network/change_meeting.html", status, form=form, view=view, limit=LONGEST_AGENDA)


def _known(view: MeetingView) -> dict[str, Any]:
    line = view.line
    return {
        "title": line.title,
        "day": line.day,
        "starts_at": line.starts_at,
        "ends_at": line.ends_at,
        "place": line.place,
        "address": line.address,
        "capacity": view.capacity,
        "agenda": view.agenda,
        "sign_up_until": line.sign_up_until,
    }
