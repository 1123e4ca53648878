"""A coordinator tells the reporter how a case ended."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.feedback import FeedbackForm
from signalering.routes.keeping import DONE, kept
from signalering.routes.signals._found import replaced
from signalering.services.cases.feedback import feedback as service
from signalering.services.cases.feedback import giving
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/feedback", "feedback", feedback, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def feedback(work: Work, case_id: UUID) -> Answer:
    """Choose a line, or why there is none; what was typed stays."""
    form = FeedbackForm(typed(work))
    view = giving(work, case_id)
    # Whoever sends another line or a message all the same is told by the service.
    form.line.choices = choices("feedback_lines", *(() if request.method == "POST" else view.lines))
    form.reason.choices = choices("feedback_not_needed")
    status = 200
    if "take_over" in request.form:
        status = replaced(form)
    elif request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("feedback_not_needed" if form.reason.data else "feedback_given")
            return redirect(url_for("cases.show", case_id=case_id))
        view = giving(work, case_id)
        form.line.choices = choices("feedback_lines", *view.lines)
    elif view.reason is not None and not form.reason.data:
        form.reason.data = view.reason.value
    return page("cases/feedback.html", status, form=form, view=view)
