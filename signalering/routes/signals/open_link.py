"""Codes that one's own organisation's program laid ready: a button brings them into the form."""

from flask import Blueprint, redirect, request, url_for

from signalering.services.signals.open_link import open_link as service
from signalering.services.signals.open_link import waits
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import place_of


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/signals/links/<token:token>", "open_link", open_link, methods=["GET", "POST"]
    )


@unit_of_work()
def open_link(work: Work, token: str) -> Answer:
    """Looking uses nothing up: a program may fetch an address before anybody reads it."""
    if request.method == "POST":
        service(work, token, place_of("signals.log"))
        messages.say("signal_laid_ready")
        return redirect(url_for("signals.log"))
    waits(work, token)
    return page("signals/open_link.html", token=token)
