"""The link that confirms a subscription: a GET shows a button, a POST is the yes."""

from flask import Blueprint, request

from signalering.domain.errors import NotFound, TooOften
from signalering.services.network.opt_in import opt_in as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import told


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/newsletter/confirm/<token:token>", "opt_in", opt_in, methods=["GET", "POST"]
    )


@unit_of_work()
def opt_in(work: Work, token: str) -> Answer:
    """The same button for every link: scanners of mail follow links, and subscribe nobody."""
    if request.method != "POST":
        return page("network/opt_in.html", token=token)
    try:
        service(work, token, visitor_address())
    except (NotFound, TooOften) as error:
        work.rollback()
        often = isinstance(error, TooOften)
        wait = told(error) if often else ""
        return page("network/_link_gone.html", 429 if often else 404, wait=wait)
    return page("network/_subscribed.html")
