"""A resident has everything erased that a card holds."""

from flask import Blueprint, request

from signalering.forms.public._confirm import ConfirmForm
from signalering.routes.public._cards import lost
from signalering.services.public.erase import erase as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, carried_out, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/card/erase", "erase", erase, methods=["POST"])


@unit_of_work()
def erase(work: Work) -> Answer:
    """Ask once more; then do it."""
    form = ConfirmForm(request.form)
    if not form.validate():
        return lost(form)
    if not form.is_sure:
        return page("public/erase.html", form=form)
    if carried_out(work, form, lambda: service(work, form.code.data or "", visitor_address())):
        return page("public/_erased.html")
    return lost(form)
