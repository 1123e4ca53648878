"""Keep what somebody is typing, or drop it."""

from flask import Blueprint, abort, make_response, redirect, request, url_for

from signalering.services.accounts import draft as service
from signalering.services.signals.draft import half_filled, left_out
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work
from signalering.web.drafts import fields_of, is_place, place_of
from signalering.web.paths import own_path
from signalering.web.undoing import Undo
from signalering.web.visitor import current_visitor, seconds_left


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/draft", "draft", draft, methods=["POST"])


@unit_of_work()
def draft(work: Work) -> Answer:
    """A script gets an empty answer and stays on its page; a button leads back to the page.

    What may not be kept is shown once more: it is the only place where it stands.
    """
    place = request.form.get("draft_place", "")
    if not is_place(place):
        abort(400)
    back = own_path(request.form.get("draft_back")) or url_for("accounts.start")
    if "forget" in request.form:
        fields = {"draft_place": place, "draft_back": back, "bring_back": "yes"}
        thrown = service.throw_away(work, place)
        messages.say("draft_forgotten", Undo(url_for("accounts.draft"), fields) if thrown else None)
        return redirect(back)
    if "bring_back" in request.form:
        service.bring_back(work, place)
        return redirect(back)
    typed = kept = fields_of(request.form)
    if place == place_of("signals.log"):
        kept = half_filled(typed, request.form.getlist("no_name"))
    service.keep(work, place, kept)
    visitor = current_visitor()
    if "autosave" in request.form and visitor is not None:
        return make_response("", 204, {"Locks-In": str(seconds_left(visitor))})
    texts = left_out(typed, kept) if kept is not typed else []
    if texts:
        return page("accounts/draft.html", texts=texts, back=back)
    messages.say("draft_kept")
    return redirect(back)
