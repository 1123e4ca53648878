"""A coordinator writes down what a resident asks about what is kept."""

from uuid import UUID

from flask import Blueprint, redirect, url_for
from flask import request as asked

from signalering.forms.cases.request import RequestForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.consent import WAYS
from signalering.services.cases.head import kept_head
from signalering.services.cases.request import request as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/request", "request", request, methods=["GET", "POST"]
    )


@unit_of_work()
def request(work: Work, case_id: UUID) -> Answer:
    """What, since when; an objection is carried out at once."""
    form = RequestForm(typed(work) or None)
    form.right.choices = choices("rights")
    form.way.choices = [("", ""), *choices("consent_ways", *WAYS)]
    status = 200
    if asked.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("request_recorded")
            return redirect(url_for("cases.show", case_id=case_id))
    return page("cases/request.html", status, form=form, head=kept_head(work, case_id))
