"""An administrator plans a meeting."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.meetings import LONGEST_AGENDA
from signalering.forms.network.plan_meeting import PlanMeetingForm
from signalering.routes.signals._found import replaced
from signalering.services.network.plan_meeting import plan_meeting as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.drafts import sent, typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/meetings/new", "plan_meeting", plan_meeting, methods=["GET", "POST"])


@unit_of_work()
def plan_meeting(work: Work) -> Answer:
    """An empty form, or what was typed in it."""
    form, made, status = PlanMeetingForm(typed(work)), list[UUID](), 200
    if "take_over" in request.form:
        status = replaced(form, LONGEST_AGENDA)
    elif request.method == "POST":
        if form.validate() and carried_out(
            work, form, lambda: made.append(service(work, form.to_command()))
        ):
            sent(work)
            messages.say("meeting_planned")
            return redirect(url_for("network.meeting", meeting_id=made[-1]))
        status = 422
    return page("network/plan_meeting.html", status, form=form, limit=LONGEST_AGENDA)
