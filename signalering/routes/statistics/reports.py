"""Which reports there are."""

from flask import Blueprint

from signalering.services.statistics.reports import reports as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/statistics/reports", "reports", reports)


@unit_of_work()
def reports(work: Work) -> Answer:
    """A list of periods; no figure stands in it."""
    return page("statistics/reports.html", view=service(work))
