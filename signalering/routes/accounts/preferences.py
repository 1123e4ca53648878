"""How somebody wants to work."""

from flask import Blueprint, redirect, request, url_for

from signalering.forms.accounts.preferences import PreferencesForm
from signalering.services.accounts.preferences import change_preferences
from signalering.services.accounts.preferences import preferences as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule(
        "/account/preferences", "preferences", preferences, methods=["GET", "POST"]
    )


@unit_of_work()
def preferences(work: Work) -> Answer:
    """The choices as they are, to be changed."""
    if request.method == "POST":
        change_preferences(work, PreferencesForm(request.form).to_command())
        messages.say("preferences_changed")
        return redirect(url_for("accounts.own"))
    now = service(work)
    form = PreferencesForm(digest=now.digest, shortcuts_off=not now.shortcuts)
    return page("accounts/preferences.html", form=form)
