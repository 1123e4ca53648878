"""An administrator decides about an offer."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for
from flask_babel import gettext

from signalering.domain.errors import Conflict, InvalidInput
from signalering.domain.offers import OfferRuling
from signalering.domain.texts import text_of
from signalering.forms.directory.settle import SettleForm
from signalering.routes.directory.assure import assure_page
from signalering.services.directory.settle import settle as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.language import told
from signalering.web.undoing import Undo


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
    command = form.to_command(initiative_id)
    try:
        service(work, command)
    except (Conflict, InvalidInput) as error:
        work.rollback()
        return assure_page(work, 409 if isinstance(error, Conflict) else 422, told(error))
    ended = command.ruling is OfferRuling.END
    messages.say("offer_settled", revival(initiative_id) if ended else None)
    return redirect(url_for("directory.assure"))


def revival(initiative_id: UUID) -> Undo:
    """The way back for who has just taken an offer out of the list."""
    url = url_for("directory.settle", initiative_id=initiative_id)
    return Undo(url, {"ruling": OfferRuling.REVIVE.value})
