"""An administrator decides about an offer."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.texts import text_of
from signalering.forms.directory.settle import SettleForm
from signalering.routes.directory.assure import assure_page
from signalering.services.directory.settle import settle as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/directory/<uuid:initiative_id>/settle", "settle", settle, methods=["POST"]
    )


@unit_of_work()
def settle(work: Work, initiative_id: UUID) -> Answer:
    """Carried out, or the page as it stands now with what is wrong."""
    form = SettleForm(request.form)
    if not form.validate():
        return assure_page(work, 422, gettext(text_of("unknown_code")))
    try:
        service(work, form.to_command(initiative_id))
    except (Conflict, InvalidInput) as error:
        work.rollback()
        return assure_page(work, 409 if isinstance(error, Conflict) else 422, told(error))
    messages.say("offer_settled")
    return redirect(url_for("directory.assure"))
