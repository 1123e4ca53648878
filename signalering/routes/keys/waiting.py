"""Who waits for a key."""

from flask import Blueprint

from signalering.services.keys.waiting import waiting as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/keys/waiting", "waiting", waiting)


@unit_of_work(words=True)
def waiting(work: Work) -> Answer:
    """Colleagues without the key, and reporters without their older signals."""
    return page("keys/waiting.html", view=service(work))
