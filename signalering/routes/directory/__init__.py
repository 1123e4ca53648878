"""Pages about initiatives."""

from flask import Blueprint

from signalering.routes.directory import (
    add,
    answer,
    ask,
    assure,
    bring_in,
    by_phone,
    confirm,
    edit,
    end,
    export,
    list,
    offer,
    offers,
    organisation,
    organisations,
    place,
    places,
    schedule,
    settle,
)

blueprint = Blueprint("directory", __name__)
for task in (
    *(list, ask, by_phone, confirm, answer, assure, settle),
    *(add, edit, end, schedule, organisations, organisation, places, place),
    *(bring_in, export, offers, offer),
):
    task.register(blueprint)
