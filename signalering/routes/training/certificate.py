"""One's own certificate, to print."""

from flask import Blueprint

from signalering.services.training.certificate import certificate as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/training/certificate", "certificate", certificate)


@unit_of_work()
def certificate(work: Work) -> Answer:
    """Name, month, until when."""
    return page("training/certificate.html", view=service(work))
