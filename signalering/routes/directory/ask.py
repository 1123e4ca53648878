"""Ask an initiative whether its offer still holds."""

from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for

from signalering.domain.lifecycles import LinkWay
from signalering.domain.views.directory.ask import MadeOfferLink
from signalering.forms.directory.ask import AskForm
from signalering.services.directory.ask import ask as service
from signalering.services.directory.ask import mail_question, note_failure, to_ask
from signalering.services.work import Work, open_work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, house, page, rendered, unit_of_work
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/directory/<uuid:initiative_id>/ask", "ask", ask, methods=["GET", "POST"]
    )


def ask(initiative_id: UUID) -> Response:
    """The mail goes once all else is committed; what did not get away is shown at once."""
    made: list[MadeOfferLink] = []
    answer = _ask(initiative_id, made)
    return _delivered(made[0]) if made else answer


@unit_of_work()
def _ask(work: Work, initiative_id: UUID, made: list[MadeOfferLink]) -> Answer:
    form = AskForm(request.form)
    asked = request.method != "POST"
    if (
        not asked
        and form.validate()
        and carried_out(
            work, form, lambda: made.append(service(work, form.to_command(initiative_id)))
        )
    ):
        return redirect(url_for("directory.list"))
    made.clear()
    view = to_ask(work, initiative_id)
    return page("directory/ask.html", 200 if asked else 422, form=form, view=view)


def _delivered(link: MadeOfferLink) -> Response:
    fault = mail_question(house(), link) if link.way is LinkWay.MAIL else None
    if link.way is LinkWay.MAIL and fault is None:
        messages.say("offer_mailed")
        return rendered(redirect(url_for("directory.list")))
    if fault is not None:
        visitor = current_visitor()
        with open_work(house(), visitor.actor if visitor else None, writes=True) as work:
            note_failure(work, link, fault)
            work.commit()
    return rendered(page("directory/_link.html", link=link, fault=fault))
