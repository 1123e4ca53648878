"""An organisation answers by its link."""

from flask import Blueprint, request

from signalering.domain.errors import NotAllowedNow, NotFound, TooOften
from signalering.forms.network.answer_invitation import AnswerInvitationForm
from signalering.routes.network._answering import prefilled, refused, shown
from signalering.services.network.answer_invitation import answer_invitation as service
from signalering.services.network.open_meeting import open_meeting
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/meeting/<token:token>/answer", "answer_invitation", answer_invitation, methods=["POST"]
    )


@unit_of_work()
def answer_invitation(work: Work, token: str) -> Answer:
    """The page again, with what is kept now; or the form with what was filled in."""
    form, address = AnswerInvitationForm(request.form), visitor_address()
    try:
        # Whoever has no link hears that first, whatever was filled in.
        open_meeting(work, token, address)
        if form.validate() and carried_out(
            work, form, lambda: service(work, token, form.to_command(), address)
        ):
            view = open_meeting(work, token, address)
            return shown(view, token, prefilled(AnswerInvitationForm, view), kept=True)
        return shown(open_meeting(work, token, address), token, form, 422)
    except NotAllowedNow as error:
        work.rollback()
        form.form_errors.append(told(error))
        return shown(open_meeting(work, token, address), token, form, 409)
    except (NotFound, TooOften) as error:
        return refused(work, error)
