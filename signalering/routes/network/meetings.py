"""The list of meetings."""

from flask import Blueprint

from signalering.services.network.meetings import meetings as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/meetings", "meetings", meetings)


@unit_of_work()
def meetings(work: Work) -> Answer:
    """What is to come stands on top."""
    return page("network/meetings.html", view=service(work))
