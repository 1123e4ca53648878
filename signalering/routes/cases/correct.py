"""A coordinator puts an entry of a case right."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.correct import CorrectForm
from signalering.forms.version import number_of
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.correct import correct as service
from signalering.services.cases.correct import correcting
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/correct", "correct", correct, methods=["GET", "POST"]
    )


@unit_of_work(words=True)
def correct(work: Work, case_id: UUID) -> Answer:
    """The entry as it stands, and how it should be."""
    posted = request.method == "POST"
    asked = request.form.get("corrects") if posted else request.args.get("corrects")
    view = correcting(work, case_id, number_of(asked))
    form = CorrectForm(typed(work, number_of(asked)))
    status = 200
    if posted:
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("case_corrected")
            return redirect(url_for("cases.show", case_id=case_id))
        view = correcting(work, case_id, number_of(asked))
    return page("cases/correct.html", status, form=form, view=view)
