"""Why figures are rounded, with an example."""

from flask import Blueprint

from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/statistics/rounding", "rounding", rounding)


@unit_of_work()
def rounding(work: Work) -> Answer:
    """A page of text; its numbers are made up."""
    del work
    return page("statistics/rounding.html")
