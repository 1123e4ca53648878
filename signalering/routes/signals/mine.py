"""Where one's own signals stand."""

from flask import Blueprint, Response

from signalering.routes.signals._training import training_notice
from signalering.services.signals.mine import mine as service
from signalering.services.work import Work
from signalering.web.context import Answer, house, page, unit_of_work
from signalering.web.duties import take_over_signals
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/signals/mine", "mine", mine)


def mine() -> Response:
    """Older signals that lie ready are taken over first, in a transaction of their own."""
    visitor = current_visitor()
    if visitor is not None:
        take_over_signals(house(), visitor.actor, visitor.opened)
    return _shown()


@unit_of_work()
def _shown(work: Work) -> Answer:
    """Reference, day, status, and a line when it is finished."""
    return page("signals/mine.html", signals=service(work), training=training_notice())
