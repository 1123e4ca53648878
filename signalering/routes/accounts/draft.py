"""Keep what somebody is typing, or drop it."""

from flask import Blueprint, abort, make_response, redirect, request, url_for

from signalering.services.accounts import draft as service
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, unit_of_work
from signalering.web.drafts import fields_of, is_place
from signalering.web.paths import own_path
from signalering.web.visitor import current_visitor, seconds_left


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/draft", "draft", draft, methods=["POST"])


@unit_of_work()
def draft(work: Work) -> Answer:
    """A script gets an empty answer and stays on its page; a button leads back to the page."""
    place = request.form.get("draft_place", "")
    if not is_place(place):
        abort(400)
    if "forget" in request.form:
        service.forget(work, place)
        messages.say("draft_forgotten")
    else:
        service.keep(work, place, fields_of(request.form))
        visitor = current_visitor()
        if "autosave" in request.form and visitor is not None:
            return make_response("", 204, {"Locks-In": str(seconds_left(visitor))})
        messages.say("draft_kept")
    return redirect(own_path(request.form.get("draft_back")) or url_for("accounts.start"))
