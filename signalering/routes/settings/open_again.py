"""A closing day becomes a day like others."""

from datetime import date

from flask import Blueprint, redirect, request, url_for

from signalering.domain.errors import NotFound
from signalering.forms.settings.closing_days import ClosingDayForm
from signalering.services.settings.open_again import open_again as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule(
        "/settings/closing-days/<chosen>/open-again", "open_again", open_again, methods=["POST"]
    )


@unit_of_work()
def open_again(work: Work, chosen: str) -> Answer:
    """Nothing is typed, so nothing is lost when somebody was first."""
    try:
        day = date.fromisoformat(chosen)
    except ValueError:
        raise NotFound from None
    service(work, ClosingDayForm(request.form).to_open(day))
    messages.say("closing_day_removed")
    return redirect(url_for("settings.closing_days"))
