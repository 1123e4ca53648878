"""The days on which nobody works."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.settings.closing_days import ClosingDayForm
from signalering.routes.keeping import DONE, kept
from signalering.services.settings.closing_days import add_closing_day
from signalering.services.settings.closing_days import closing_days as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/settings/closing-days", "closing_days", closing_days, methods=["GET", "POST"]
    )


@unit_of_work()
def closing_days(work: Work) -> Answer:
    """The list, and a form for one more."""
    form, status = ClosingDayForm(request.form), 200
    if request.method == "POST":
        status = kept(work, form, lambda: add_closing_day(work, form.to_command()))
        if status == DONE:
            messages.say("closing_day_added")
            return redirect(url_for("settings.closing_days"))
    return page("settings/closing_days.html", status, form=form, view=service(work))
