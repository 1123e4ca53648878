"""One's own training."""

from flask import Blueprint

from signalering.services.training.course import course as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.language import language


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/training", "course", course)


@unit_of_work()
def course(work: Work) -> Answer:
    """Chapters, certificate, and trainings to sign up for."""
    return page("training/course.html", view=service(work, language()))
