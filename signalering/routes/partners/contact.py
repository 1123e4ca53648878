"""Whom to turn to at an organisation."""

from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.domain.commands.partners.contact import SaveContact
from signalering.domain.errors import NotFound
from signalering.domain.views.partners.show import PartnerView
from signalering.forms.partners.contact import ContactForm
from signalering.routes.keeping import DONE, kept
from signalering.services.partners.contact import save_contact
from signalering.services.partners.edit import to_edit
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule(
        "/partners/<uuid:partner_id>/contacts/<int:number>",
        "contact",
        contact,
        methods=["GET", "POST"],
    )
    blueprint.add_url_rule(
        "/partners/<uuid:partner_id>/contacts", "contact_new", contact_new, methods=["GET", "POST"]
    )


@unit_of_work()
def contact(work: Work, partner_id: UUID, number: int) -> Answer:
    """Somebody who is known; the second button takes them away."""
    if number == 0:
        raise NotFound
    return _contact(work, partner_id, number)


@unit_of_work()
def contact_new(work: Work, partner_id: UUID) -> Answer:
    """One more."""
    return _contact(work, partner_id, 0)


def _contact(work: Work, partner_id: UUID, number: int) -> Answer:
    form = ContactForm(request.form, data=_known(to_edit(work, partner_id), number))
    status = 200
    if request.method == "POST":
        gone = number > 0 and "remove" in request.form
        status = kept(
            work,
            form,
            lambda: save_contact(work, _wanted(form, partner_id, number, gone)),
            lambda: ContactForm(data=_known(to_edit(work, partner_id), number)),
        )
        if status == DONE:
            messages.say("contact_removed" if gone else "contact_saved")
            return redirect(url_for("partners.show", partner_id=partner_id))
    return page(
        "partners/contact.html",
        status,
        form=form,
        view=to_edit(work, partner_id),
        number=number,
    )


def _wanted(form: ContactForm, partner_id: UUID, number: int, gone: bool) -> SaveContact:
    command = form.to_command(partner_id, number)
    return replace(command, person=None) if gone else command


def _known(view: PartnerView, number: int) -> dict[str, Any]:
    if number == 0:
        return {}
    found = [asdict(one) for one in view.contacts if one.number == number]
    if not found:
        raise NotFound
    return found[0]
