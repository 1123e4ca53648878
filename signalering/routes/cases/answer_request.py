"""A coordinator answers a request about what is kept."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.answer_request import AnswerRequestForm
from signalering.forms.version import number_of
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.answer_request import answer_request as service
from signalering.services.cases.answer_request import answering
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/answer-request",
        "answer_request",
        answer_request,
        methods=["GET", "POST"],
    )


@unit_of_work(words=True)
def answer_request(work: Work, case_id: UUID) -> Answer:
    """The request, and what is answered."""
    posted = request.method == "POST"
    entry = request.form.get("entry") if posted else request.args.get("entry")
    view = answering(work, case_id, number_of(entry))
    form = AnswerRequestForm(typed(work, number_of(entry)))
    form.ruling.choices = choices("right_answers")
    status = 200
    if posted:
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("request_answered")
            return redirect(url_for("cases.show", case_id=case_id))
        view = answering(work, case_id, number_of(entry))
    return page("cases/answer_request.html", status, form=form, view=view)
