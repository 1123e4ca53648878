"""Contact details that come to a case by phone."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.consent import CONTACT_TEXT_NOW, CONTACT_TEXTS, SPOKEN_TEXTS
from signalering.forms.cases.add_details import AddDetailsForm
from signalering.routes.keeping import DONE, kept
from signalering.services.cases.add_details import add_details as service
from signalering.services.cases.head import kept_head
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/cases/<uuid:case_id>/add-details", "add_details", add_details, methods=["GET", "POST"]
    )


@unit_of_work()
def add_details(work: Work, case_id: UUID) -> Answer:
    """The text that is read out, the details, and the yes."""
    form = AddDetailsForm(request.form)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_case(case_id)))
        if status == DONE:
            messages.say("case_details_added")
            return redirect(url_for("cases.show", case_id=case_id))
    version = form.text_version.data or ""
    if version not in SPOKEN_TEXTS:
        form.text_version.data = version = CONTACT_TEXT_NOW
    return page(
        "cases/add_details.html",
        status,
        form=form,
        head=kept_head(work, case_id),
        consent_text=CONTACT_TEXTS[version],
    )
