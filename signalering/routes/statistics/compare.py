"""Two released periods side by side."""

from flask import Blueprint, request

from signalering.domain.figures import CAPTIONS
from signalering.services.statistics.compare import compare as read_both
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/statistics/compare", "compare", compare)


@unit_of_work(words=True)
def compare(work: Work) -> Answer:
    """The two asked for, or the newest two of one length."""
    first, second = request.args.get("period", ""), request.args.get("beside", "")
    view = read_both(work, first, second)
    return page("statistics/compare.html", view=view, first=first, second=second, captions=CAPTIONS)
