"""The administrator's page of offers: what waits, what was asked, what is old."""

from flask import Blueprint

from signalering.services.directory.assure import assure as service
from signalering.services.work import Work
from signalering.web.context import Answer, Page, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory/assure", "assure", assure)


@unit_of_work()
def assure(work: Work) -> Answer:
    """What waits for a decision stands on top."""
    return assure_page(work)


def assure_page(work: Work, status: int = 200, refusal: str = "") -> Page:
    """The page, with why a decision could not be taken."""
    return page("directory/assure.html", status, view=service(work), refusal=refusal)
