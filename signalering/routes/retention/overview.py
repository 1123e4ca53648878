"""The room of retention on one page."""

from flask import Blueprint

from signalering.services.retention.overview import overview as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/retention", "overview", overview)


@unit_of_work()
def overview(work: Work) -> Answer:
    """Terms, what goes, what is held, what went."""
    return page("retention/overview.html", view=service(work))
