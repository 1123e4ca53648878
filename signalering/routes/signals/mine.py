"""Where one's own signals stand."""

from flask import Blueprint

from signalering.services.signals.mine import mine as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/mine", "mine", mine)


@unit_of_work()
def mine(work: Work) -> Answer:
    """Reference, day, status, and a line when it is finished."""
    return page("signals/mine.html", signals=service(work))
