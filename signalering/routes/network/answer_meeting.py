"""A colleague says whether the own organisation comes."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotAllowedNow
from signalering.forms.network.answer_meeting import AnswerMeetingForm
from signalering.services.network.answer_meeting import answer_meeting as service
from signalering.services.network.meeting import meeting
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/meetings/<uuid:meeting_id>/answer", "answer_meeting", answer_meeting, methods=["POST"]
    )


@unit_of_work()
def answer_meeting(work: Work, meeting_id: UUID) -> Answer:
    """Keep it; whatever is refused, what was filled in stays."""
    form = AnswerMeetingForm(request.form)
    view = meeting(work, meeting_id)
    try:
        if form.validate() and carried_out(
            work, form, lambda: service(work, meeting_id, form.to_command())
        ):
            messages.say("meeting_answered")
            return redirect(url_for("network.meeting", meeting_id=meeting_id))
    except NotAllowedNow as error:
        work.rollback()
        form.form_errors.append(told(error))
        return page("network/meeting.html", 409, view=meeting(work, meeting_id), form=form)
    return page("network/meeting.html", 422, view=view, form=form)
