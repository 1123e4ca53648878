"""A maintainer answers by the link."""

from flask import Blueprint, request

from signalering.domain.errors import NotFound, TooOften
from signalering.domain.offers import OfferSaid
from signalering.forms.directory.answer import AnswerForm
from signalering.routes.directory._answering import offered, refused, shown
from signalering.services.directory.answer import answer as service
from signalering.services.directory.confirm import confirm as again
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/offer/<token:token>/answer", "answer", answer, methods=["POST"])


@unit_of_work()
def answer(work: Work, token: str) -> Answer:
    """Thanks, or the form with what was typed. The link is dead after the first."""
    form, address = offered(AnswerForm(request.form)), visitor_address()
    try:
        if form.validate() and carried_out(
            work, form, lambda: service(work, token, form.to_command(), address)
        ):
            stopped = form.said.data == OfferSaid.STOPPED
            return page("directory/_thanks.html", stopped=stopped)
        return shown(again(work, token, address), token, form, 422)
    except (NotFound, TooOften) as error:
        return refused(work, error)
