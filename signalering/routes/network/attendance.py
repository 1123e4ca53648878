"""Who answered, and who came."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.meetings import came_field
from signalering.forms.network.attendance import attendance_form
from signalering.routes.keeping import DONE, kept
from signalering.services.network.attendance import answers, organisations
from signalering.services.network.attendance import attendance as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/meetings/<uuid:meeting_id>/attendance",
        "attendance",
        attendance,
        methods=["GET", "POST"],
    )


@unit_of_work(words=True)
def attendance(work: Work, meeting_id: UUID) -> Answer:
    """The answers; from the day of the meeting on, with fields for who came."""
    form, status = attendance_form(organisations(work, meeting_id))(request.form), 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(meeting_id)))
        if status == DONE:
            messages.say("attendance_kept")
            return redirect(url_for("network.attendance", meeting_id=meeting_id))
    view = answers(work, meeting_id)
    fields = [(line, form[came_field(line.partner_id)]) for line in view.lines]
    return page("network/attendance.html", status, form=form, view=view, fields=fields)
