"""What can be decided, and what holds now."""

from flask import Blueprint

from signalering.services.settings.overview import overview as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/settings", "overview", overview)


@unit_of_work()
def overview(work: Work) -> Answer:
    """Setting by setting, with the latest changes and what the file has."""
    return page("settings/overview.html", view=service(work))
