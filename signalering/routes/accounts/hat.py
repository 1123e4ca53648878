"""Put on another of one's own hats."""

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import Denied
from signalering.domain.states import Hat
from signalering.services.accounts.hat import switch_hat
from signalering.services.work import Work
from signalering.web.context import Answer, unit_of_work
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/hat", "hat", hat, methods=["POST"])


@unit_of_work()
def hat(work: Work) -> Answer:
    """Go on in the chosen hat, at its first page."""
    visitor = current_visitor()
    wanted = request.form.get("hat", "")
    if visitor is None or wanted not in list(Hat):
        raise Denied
    switch_hat(work, visitor.cookie, visitor.state, Hat(wanted))
    return redirect(url_for("accounts.start"))
