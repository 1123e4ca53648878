"""One meeting."""

from uuid import UUID

from flask import Blueprint

from signalering.forms.network.answer_meeting import AnswerMeetingForm
from signalering.routes.network._answering import prefilled
from signalering.services.network.meeting import meeting as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/meetings/<uuid:meeting_id>", "meeting", meeting)


@unit_of_work()
def meeting(work: Work, meeting_id: UUID) -> Answer:
    """With the answer of one's own organisation, to be changed."""
    view = service(work, meeting_id)
    return page("network/meeting.html", view=view, form=prefilled(AnswerMeetingForm, view))
