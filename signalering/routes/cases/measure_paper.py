"""The questions of a measure, to be printed."""

from flask import Blueprint

from signalering.services.cases.measure_paper import measure_paper as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import choices


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/cases/measure-paper", "measure_paper", measure_paper)


@unit_of_work()
def measure_paper(work: Work) -> Answer:
    """One sheet, about nobody."""
    return page(
        "cases/measure_paper.html",
        view=service(work),
        direct=choices("direct_answers"),
        answers=choices("scale_answers"),
    )
