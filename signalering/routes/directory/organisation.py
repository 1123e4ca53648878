"""Who offers something."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.directory.organisation import OrganisationForm
from signalering.routes.keeping import DONE, kept
from signalering.services.directory.organisation import save_organisation as service
from signalering.services.directory.organisation import to_save
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule(
        "/directory/organisations/<uuid:organisation_id>",
        "organisation",
        organisation,
        methods=["GET", "POST"],
    )
    blueprint.add_url_rule(
        "/directory/organisations/new",
        "organisation_new",
        organisation_new,
        methods=["GET", "POST"],
    )


@unit_of_work()
def organisation(work: Work, organisation_id: UUID) -> Answer:
    """As it stands, or what was typed over it."""
    view = to_save(work, organisation_id)
    form = OrganisationForm(request.form, obj=view.facts)
    status = 200
    if request.method == "POST":
        status = kept(
            work,
            form,
            lambda: service(work, form.to_command(organisation_id)),
            lambda: OrganisationForm(obj=to_save(work, organisation_id).facts),
        )
        if status == DONE:
            messages.say("organisation_saved")
            return redirect(url_for("directory.organisations"))
        view = to_save(work, organisation_id)
    return page("directory/organisation.html", status, form=form, view=view)


@unit_of_work()
def organisation_new(work: Work) -> Answer:
    """An empty form, or what was typed in it."""
    form = OrganisationForm(request.form)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(None)))
        if status == DONE:
            messages.say("organisation_saved")
            return redirect(url_for("directory.organisations"))
    return page("directory/organisation.html", status, form=form, view=None)
