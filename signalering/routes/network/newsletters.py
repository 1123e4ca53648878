"""The archive of the newsletter."""

from flask import Blueprint, request

from signalering.services.network.newsletters import newsletters as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/newsletters", "newsletters", newsletters)


@unit_of_work()
def newsletters(work: Work) -> Answer:
    """Every issue that was sent."""
    return page("network/newsletters.html", view=service(work, asked_page(request.args)))
