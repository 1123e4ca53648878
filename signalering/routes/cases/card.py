"""A contact card of a case, to be printed at once."""

from uuid import UUID

from flask import Blueprint, request

from signalering.domain.card_texts import CARD_TEXTS
from signalering.domain.errors import NotAllowedNow
from signalering.forms.cases.card import CardForm
from signalering.services.cases.card import card as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/<uuid:case_id>/card", "card", card, methods=["POST"])


@unit_of_work()
def card(work: Work, case_id: UUID) -> Answer:
    """One card on a sheet; its code doesn't come back."""
    form = CardForm(request.form)
    if not form.validate():
        raise NotAllowedNow
    made = service(work, case_id, form.seen())
    address = work.settings.public_url.partition("//")[2] + "/card"
    return page(
        "signals/_cards.html", cards=[made], layout="whole", address=address, texts=CARD_TEXTS
    )
