"""A resident takes back the yes."""

from flask import Blueprint, request

from signalering.domain.views.public.card import CardView
from signalering.forms.public._confirm import ConfirmForm
from signalering.routes.public._cards import lost, overview
from signalering.services.public.withdraw import withdraw as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/card/withdraw", "withdraw", withdraw, methods=["POST"])


@unit_of_work()
def withdraw(work: Work) -> Answer:
    """Ask once more; then do it."""
    form = ConfirmForm(request.form)
    if not form.validate():
        return lost(form)
    if not form.is_sure:
        return page("public/withdraw.html", form=form)
    views: list[CardView] = []
    if carried_out(
        work, form, lambda: views.append(service(work, form.code.data or "", visitor_address()))
    ):
        return overview(views[0], "taken_back")
    return lost(form)
