"""A coordinator moves something planned to another day."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotFound
from signalering.forms.cases.move_task import MoveTaskForm
from signalering.routes.cases._tasks import NUMBER
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.move_task import move_task as service
from signalering.services.cases.task_page import task_page
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        f"/cases/<uuid:case_id>/move-task/{NUMBER}",
        "move_task",
        move_task,
        methods=["GET", "POST"],
    )


@unit_of_work(words=True)
def move_task(work: Work, case_id: UUID, number: int) -> Answer:
    """The day and the time as they are, to be changed."""
    found = typed(work, number)
    form = MoveTaskForm(found)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id, number)))
        if status == DONE:
            messages.say("task_moved")
            return redirect(url_for("cases.show", case_id=case_id))
    view = task_page(work, case_id, number)
    if status == 200:
        if view.task is None:
            raise NotFound
        if not found:
            form = MoveTaskForm(data={"due_on": view.task.due_on, "time": view.task.time})
    return page("cases/move_task.html", status, form=form, view=view)
