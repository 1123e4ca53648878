"""An administrator makes contact cards to print."""

from flask import Blueprint, request

from signalering.domain.card_texts import CARD_TEXTS
from signalering.domain.views.signals.print_cards import CardToPrint
from signalering.forms.signals.print_cards import PrintCardsForm
from signalering.services.signals.print_cards import print_cards as service
from signalering.services.work import Work
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/cards", "print_cards", print_cards, methods=["GET", "POST"])


@unit_of_work()
def print_cards(work: Work) -> Answer:
    """How many; then the cards themselves, once."""
    form = PrintCardsForm(request.form)
    if request.method != "POST":
        return page("signals/print_cards.html", form=form)
    cards: list[CardToPrint] = []
    if form.validate() and carried_out(
        work, form, lambda: cards.extend(service(work, form.count.data or 0))
    ):
        address = work.settings.public_url.partition("//")[2] + "/card"
        return page(
            "signals/_cards.html",
            cards=cards,
            layout=form.layout.data,
            address=address,
            texts=CARD_TEXTS,
        )
    return page("signals/print_cards.html", 422, form=form)
