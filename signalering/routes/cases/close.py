"""A coordinator closes a case."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.close import CloseForm
from signalering.routes.cases._keeping import DONE, kept
from signalering.services.cases.close import close as service
from signalering.services.cases.head import kept_head
from signalering.services.cases.tasks import open_tasks
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/close", "close", close, methods=["GET", "POST"])


@unit_of_work()
def close(work: Work, case_id: UUID) -> Answer:
    """Choose one of the outcomes that fit where the case stands."""
    form = CloseForm(request.form)
    head = kept_head(work, case_id)
    form.outcome.choices = choices("case_outcomes", *head.outcomes) if head.outcomes else []
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("case_closed")
            return redirect(url_for("cases.show", case_id=case_id))
        head = kept_head(work, case_id)
    planned = len(open_tasks(work, case_ids=[case_id], resting=True))
    return page("cases/close.html", status, form=form, head=head, planned=planned)
