"""One organisation of the coalition."""

from uuid import UUID

from flask import Blueprint

from signalering.services.partners.show import show as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/partners/<uuid:partner_id>", "show", show)


@unit_of_work(words=True)
def show(work: Work, partner_id: UUID) -> Answer:
    """What is known of it, and the way to change that."""
    return page("partners/show.html", view=service(work, partner_id))
