"""The card that was made with a form, to be printed at the desk."""

from flask import Blueprint, request

from signalering.domain.card_texts import CARD_TEXTS
from signalering.domain.errors import InvalidInput
from signalering.forms.signals.card import CardForm
from signalering.services.signals.card import card as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/card", "card", card, methods=["POST"])


@unit_of_work()
def card(work: Work) -> Answer:
    """One card on a sheet. Nothing is looked up: it is the code that was typed."""
    form = CardForm(request.form)
    try:
        typed = form.card_code.data if form.validate() else ""
        shown = service(work, typed or "")
    except InvalidInput as error:
        return page("errors/400.html", 422, message=told(error), reference="")
    address = work.settings.public_url.partition("//")[2] + "/card"
    return page(
        "signals/_cards.html", cards=[shown], layout="whole", address=address, texts=CARD_TEXTS
    )
