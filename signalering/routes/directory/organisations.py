"""The organisations of the directory."""

from flask import Blueprint, request

from signalering.services.directory.organisations import organisations as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.paging import asked_page


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/directory/organisations", "organisations", organisations)


@unit_of_work()
def organisations(work: Work) -> Answer:
    """One page, by name."""
    return page("directory/organisations.html", view=service(work, asked_page(request.args)))
