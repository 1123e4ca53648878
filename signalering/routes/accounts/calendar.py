"""One's own days in one's own calendar: what that is, and whether it is on."""

from flask import Blueprint

from signalering.services.accounts.calendar import calendar as service
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/account/calendar", "calendar", calendar)


@unit_of_work()
def calendar(work: Work) -> Answer:
    """What it shows, and the buttons to make an address or to shut it."""
    return page("accounts/calendar.html", view=service(work))
