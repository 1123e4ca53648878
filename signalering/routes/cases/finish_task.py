"""A coordinator finishes something planned, or calls it off."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotFound
from signalering.forms.cases.finish_task import FinishTaskForm
from signalering.routes.cases._tasks import NUMBER
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.finish_task import finish_task as service
from signalering.services.cases.task_page import task_page
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        f"/cases/<uuid:case_id>/finish-task/{NUMBER}",
        "finish_task",
        finish_task,
        methods=["GET", "POST"],
    )


@unit_of_work(words=True)
def finish_task(work: Work, case_id: UUID, number: int) -> Answer:
    """What became of it, with a word or without."""
    form = FinishTaskForm(typed(work, number))
    form.how.choices = choices("task_ends")
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id, number)))
        if status == DONE:
            messages.say("task_finished")
            return redirect(url_for("cases.show", case_id=case_id))
    view = task_page(work, case_id, number)
    if status == 200 and view.task is None:
        raise NotFound
    return page("cases/finish_task.html", status, form=form, view=view)
