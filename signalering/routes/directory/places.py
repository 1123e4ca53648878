"""The places of the directory."""

from flask import Blueprint, request

from signalering.services.directory.places import places as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory/places", "places", places)


@unit_of_work()
def places(work: Work) -> Answer:
    """One page, by name."""
    return page("directory/places.html", view=service(work, asked_page(request.args)))
