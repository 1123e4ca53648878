"""A reporter takes a signal back."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.services.signals.receipt import receipt
from signalering.services.signals.withdraw import withdraw as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/<uuid:signal_id>/withdraw", "withdraw", withdraw, methods=["GET", "POST"]
    )


@unit_of_work()
def withdraw(work: Work, signal_id: UUID) -> Answer:
    """Ask once, for it can't be undone; then do it."""
    if request.method != "POST":
        return page("signals/withdraw.html", view=receipt(work, signal_id))
    service(work, signal_id)
    messages.say("signal_withdrawn")
    return redirect(url_for("signals.mine"))
