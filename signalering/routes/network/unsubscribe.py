"""End a subscription: by the button of this page, or by one press in a mail program (RFC 8058)."""

from flask import Blueprint, request

from signalering.services.network.unsubscribe import unsubscribe as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/newsletter/unsubscribe/<token:token>",
        "unsubscribe",
        unsubscribe,
        methods=["GET", "POST"],
    )


@unit_of_work()
def unsubscribe(work: Work, token: str) -> Answer:
    """A GET shows the button, for scanners follow links. One answer, however often it is sent."""
    if request.method != "POST":
        return page("network/unsubscribe.html", token=token)
    service(work, token)
    return page("network/_unsubscribed.html")
