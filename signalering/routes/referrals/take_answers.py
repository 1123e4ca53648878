"""What receivers answered goes into the case."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotAllowedNow
from signalering.forms.referrals.take_answers import TakeAnswersForm
from signalering.services.referrals.take_answers import take_answers as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/take-answers", "take_answers", take_answers, methods=["POST"]
    )


@unit_of_work()
def take_answers(work: Work, case_id: UUID) -> Answer:
    """Take them in, and read the case again."""
    form = TakeAnswersForm(request.form)
    if not form.validate():
        raise NotAllowedNow
    service(work, case_id, form.seen())
    messages.say("answers_taken")
    return redirect(url_for("cases.show", case_id=case_id))
