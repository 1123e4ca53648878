"""The link of an invitation: a GET shows a button, a POST opens."""

from flask import Blueprint, request

from signalering.domain.errors import NotFound, TooOften
from signalering.forms.network.answer_invitation import AnswerInvitationForm
from signalering.routes.network._answering import prefilled, refused, shown
from signalering.services.network.open_meeting import open_meeting as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/meeting/<token:token>", "open_meeting", open_meeting, methods=["GET", "POST"]
    )


@unit_of_work()
def open_meeting(work: Work, token: str) -> Answer:
    """The same button for every link: scanners of mail follow links, and learn nothing."""
    if request.method != "POST":
        return page("network/open_meeting.html", token=token)
    try:
        view = service(work, token, visitor_address())
    except (NotFound, TooOften) as error:
        return refused(work, error)
    return shown(view, token, prefilled(AnswerInvitationForm, view))
