"""Where people meet."""

from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from signalering.forms.directory.place import PlaceForm
from signalering.routes.keeping import DONE, kept
from signalering.services.directory.place import save_place as service
from signalering.services.directory.place import to_save
from signalering.services.work import Work
from signalering.web import messages
from signalering.web.context import Answer, page, unit_of_work


def register(blueprint: Blueprint) -> None:
    """Put the pages on the blueprint."""
    blueprint.add_url_rule(
        "/directory/places/<uuid:place_id>", "place", place, methods=["GET", "POST"]
    )
    blueprint.add_url_rule("/directory/places/new", "place_new", place_new, methods=["GET", "POST"])


@unit_of_work()
def place(work: Work, place_id: UUID) -> Answer:
    """As it stands, or what was typed over it."""
    view = to_save(work, place_id)
    form = PlaceForm(request.form, obj=view.facts)
    status = 200
    if request.method == "POST":
        status = kept(
            work,
            form,
            lambda: service(work, form.to_command(place_id)),
            lambda: PlaceForm(obj=to_save(work, place_id).facts),
        )
        if status == DONE:
            messages.say("place_saved")
            return redirect(url_for("directory.places"))
        view = to_save(work, place_id)
    return page("directory/place.html", status, form=form, view=view)


@unit_of_work()
def place_new(work: Work) -> Answer:
    """An empty form, or what was typed in it."""
    form = PlaceForm(request.form)
    status = 200
    if request.method == "POST":
        status = kept(work, form, lambda: service(work, form.to_command(None)))
        if status == DONE:
            messages.say("place_saved")
            return redirect(url_for("directory.places"))
    return page("directory/place.html", status, form=form, view=None)
