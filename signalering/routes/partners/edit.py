"""Change what is known of an organisation."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.views.partners.show import PartnerView
from signalering.forms.partners.edit import EditForm
from signalering.routes.keeping import DONE, kept
from signalering.services.partners.edit import edit as service
from signalering.services.partners.edit import to_edit
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/partners/<uuid:partner_id>/edit", "edit", edit, methods=["GET", "POST"]
    )


@unit_of_work()
def edit(work: Work, partner_id: UUID) -> Answer:
    """As it stands, or what was typed over it."""
    view = to_edit(work, partner_id)
    form, status = _form(view, request.form), 200
    if request.method == "POST":
        status = kept(
            work,
            form,
            lambda: service(work, form.to_command(partner_id)),
            lambda: _form(to_edit(work, partner_id)),
        )
        if status == DONE:
            messages.say("partner_changed")
            return redirect(url_for("partners.show", partner_id=partner_id))
        view = to_edit(work, partner_id)
    return page("partners/edit.html", status, form=form, view=view)


def _form(view: PartnerView, sent: Any = None) -> EditForm:
    known = {
        "name": view.name,
        "domain": view.domain,
        "contact_address": view.contact_address,
        "active": "yes" if view.active else "no",
    }
    form = EditForm(sent, data=known)
    form.domain.choices = choices("partner_domains")
    return form
