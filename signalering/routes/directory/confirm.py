"""The one-time link of an offer: a GET shows a button, a POST opens."""

from flask import Blueprint, request

from signalering.domain.errors import NotFound, TooOften
from signalering.routes.directory._answering import refused, shown
from signalering.services.directory.confirm import confirm as service
from signalering.services.work import Work
from signalering.web.addresses import visitor_address
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/offer/<token:token>", "confirm", confirm, methods=["GET", "POST"])


@unit_of_work()
def confirm(work: Work, token: str) -> Answer:
    """The same button for every link: scanners of mail follow links, and learn nothing."""
    if request.method != "POST":
        return page("directory/confirm.html", token=token)
    try:
        return shown(service(work, token, visitor_address()), token)
    except (NotFound, TooOften) as error:
        return refused(work, error)
