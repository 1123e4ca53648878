"""Who holds which key."""

from flask import Blueprint

from signalering.services.keys.alarm import list_alarms
from signalering.services.keys.holders import list_holders
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/key-holders", "holders", holders)


@unit_of_work(words=True)
def holders(work: Work) -> Answer:
    """Both groups of key holders, with a warning where one more loss would lock everybody out."""
    return page("keys/holders.html", groups=list_holders(work), alarms=list_alarms(work))
