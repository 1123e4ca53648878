"""Shut the address for a calendar."""

from flask import Blueprint, redirect, url_for

from signalering.services.accounts.calendar_stop import stop_calendar
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/account/calendar/stop", "calendar_stop", calendar_stop, methods=["POST"]
    )


@unit_of_work()
def calendar_stop(work: Work) -> Answer:
    """From now on it is an address like any that doesn't exist."""
    stop_calendar(work)
    messages.say("calendar_stopped")
    return redirect(url_for("accounts.calendar"))
