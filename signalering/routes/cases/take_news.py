"""What a resident did with the card goes into the case."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotAllowedNow
from signalering.forms.cases.take_news import TakeNewsForm
from signalering.services.cases.take_news import take_news as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/take-news", "take_news", take_news, methods=["POST"]
    )


@unit_of_work()
def take_news(work: Work, case_id: UUID) -> Answer:
    """Take it in, and read the case again."""
    form = TakeNewsForm(request.form)
    if not form.validate():
        raise NotAllowedNow
    service(work, case_id, form.seen())
    messages.say("news_taken")
    return redirect(url_for("cases.show", case_id=case_id))
