"""A coordinator gives a case to a colleague."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.forms.cases.reassign import ReassignForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.head import kept_head
from signalering.services.cases.reassign import colleagues
from signalering.services.cases.reassign import reassign as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.colleagues import offered
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import typed


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/reassign", "reassign", reassign, methods=["GET", "POST"]
    )


@unit_of_work()
def reassign(work: Work, case_id: UUID) -> Answer:
    """A colleague and a note."""
    form = ReassignForm(typed(work))
    form.owner.choices = [("", gettext("kies een collega")), *offered(colleagues(work))]
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("case_reassigned")
            return redirect(url_for("cases.list"))
    return page("cases/reassign.html", status, form=form, head=kept_head(work, case_id))
