"""One offer, for everybody."""

from uuid import UUID

from flask import Blueprint

from signalering.services.directory.offer import offer as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/offers/<uuid:initiative_id>", "offer", offer)


@unit_of_work()
def offer(work: Work, initiative_id: UUID) -> Answer:
    """All that a resident needs to go there."""
    return page("directory/offer.html", view=service(work, initiative_id))
