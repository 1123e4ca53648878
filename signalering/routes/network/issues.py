"""The newsletter, for an administrator."""

from flask import Blueprint

from signalering.services.network.issues import issues as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/newsletter/issues", "issues", issues)


@unit_of_work()
def issues(work: Work) -> Answer:
    """How many get it, and how each issue is getting on."""
    return page("network/issues.html", view=service(work))
