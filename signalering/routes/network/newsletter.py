"""One issue of the newsletter."""

from uuid import UUID

from flask import Blueprint

from signalering.services.network.newsletter import newsletter as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/newsletters/<uuid:newsletter_id>", "newsletter", newsletter)


@unit_of_work()
def newsletter(work: Work, newsletter_id: UUID) -> Answer:
    """As it was sent."""
    return page("network/newsletter.html", view=service(work, newsletter_id, language()))
