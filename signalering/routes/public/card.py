"""A resident's own page: the code of a card in, and what can be done with it."""

from flask import Blueprint, request

from signalering.domain.errors import TooOften
from signalering.forms.public.card import CardForm
from signalering.forms.public.leave import LeaveForm
from signalering.routes.public._cards import form_page, overview
from signalering.services.public.card import card as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/card", "card", card, methods=["GET", "POST"])


@unit_of_work()
def card(work: Work) -> Answer:
    """Ask for the code; show what it is good for. What is wrong with it is never said."""
    form = CardForm(request.form)
    if request.method != "POST":
        return page("public/card.html", form=form)
    views = []
    try:
        if form.validate() and carried_out(
            work, form, lambda: views.append(service(work, form.code.data or "", visitor_address()))
        ):
            (view,) = views
            if view.kinds or view.taken_back:
                return overview(view)
            return form_page(LeaveForm(data={"code": view.code}), view.spoken)
    except TooOften as error:
        work.rollback()
        form.form_errors.append(told(error))
        return page("public/card.html", 429, form=form)
    return page("public/card.html", 422, form=form)
