"""Make an address for a calendar, and show it once."""

from flask import Blueprint, url_for

from signalering.services.accounts.calendar_make import make_calendar
from signalering.services.work import Work
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/account/calendar/make", "calendar_make", calendar_make, methods=["POST"]
    )


@unit_of_work()
def calendar_make(work: Work) -> Answer:
    """Show it on this one answer; the address before it stops."""
    path = url_for("accounts.calendar_feed", token=make_calendar(work))
    address = work.settings.public_url.rstrip("/") + path
    return page("accounts/calendar_make.html", address=address)
