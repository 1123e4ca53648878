"""A coordinator lets a case lie still."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.cases.restrict import RestrictForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.head import kept_head
from signalering.services.cases.restrict import restrict as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/restrict", "restrict", restrict, methods=["GET", "POST"]
    )


@unit_of_work()
def restrict(work: Work, case_id: UUID) -> Answer:
    """Why, and when to look again."""
    form = RestrictForm(typed(work))
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("case_restricted")
            return redirect(url_for("cases.show", case_id=case_id))
    return page("cases/restrict.html", status, form=form, head=kept_head(work, case_id))
