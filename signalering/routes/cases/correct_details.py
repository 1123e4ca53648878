"""A coordinator puts contact details right, as the resident says them."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.cases.show import CaseView
from signalering.forms.cases.correct_details import CorrectDetailsForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.correct_details import correct_details as service
from signalering.services.cases.correct_details import details_to_correct
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/correct-details",
        "correct_details",
        correct_details,
        methods=["GET", "POST"],
    )


@unit_of_work(words=True)
def correct_details(work: Work, case_id: UUID) -> Answer:
    """The details that are there, to be changed."""
    view = details_to_correct(work, case_id)
    form, status = _form(view), 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(case_id)))
        if status == DONE:
            messages.say("details_corrected")
            return redirect(url_for("cases.show", case_id=case_id))
        view = details_to_correct(work, case_id)
    return page("cases/correct_details.html", status, form=form, head=view.head)


def _form(view: CaseView) -> CorrectDetailsForm:
    if request.method == "POST" or view.contact is None:
        return CorrectDetailsForm(request.form)
    there = view.contact
    return CorrectDetailsForm(
        data={
            "contact_name": there.name,
            "contact_phone": there.phone,
            "contact_email": there.email,
            "contact_address": there.address,
            "contact_best_moment": there.best_moment,
        }
    )
