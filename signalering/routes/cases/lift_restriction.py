"""A coordinator lets a case go on that lay still."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.lift_restriction import LiftRestrictionForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.head import kept_head
from signalering.services.cases.lift_restriction import lift_restriction as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/lift-restriction",
        "lift_restriction",
        lift_restriction,
        methods=["GET", "POST"],
    )


@unit_of_work()
def lift_restriction(work: Work, case_id: UUID) -> Answer:
    """The resident is told first."""
    form = LiftRestrictionForm(typed(work))
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("restriction_lifted")
            return redirect(url_for("cases.show", case_id=case_id))
    return page("cases/lift_restriction.html", status, form=form, head=kept_head(work, case_id))
