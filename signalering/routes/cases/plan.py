"""A coordinator plans a task, an appointment or a reminder."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.plan import PlanForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.head import kept_head
from signalering.services.cases.plan import plan as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/plan", "plan", plan, methods=["GET", "POST"])


@unit_of_work()
def plan(work: Work, case_id: UUID) -> Answer:
    """Plan it, or show again what was typed."""
    form = PlanForm(typed(work))
    form.kind.choices = choices("task_kinds")
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("task_planned")
            return redirect(url_for("cases.show", case_id=case_id))
    return page("cases/plan.html", status, form=form, head=kept_head(work, case_id))
