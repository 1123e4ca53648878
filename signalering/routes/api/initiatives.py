"""The directory, for partners' programs."""

from typing import Any

from flask import Blueprint, request

from signalering.domain.commands.directory.list import SearchDirectory
from signalering.domain.offers import WEEKDAYS
from signalering.domain.views.api.caller import Caller
from signalering.domain.vocabularies import vocabulary
from signalering.routes.api._lists import listed
from signalering.services.api.initiatives import initiatives as service
from signalering.services.directory.list import NO_PILLAR
from signalering.services.work import Work
from signalering.web.plain_json import plain
from signalering.web.programs import by_token
from signalering.web.queries import check_names, code_of, line_of, page_of

ASKED = ("pillar", "kind", "area", "day", "speaks", "name", "page")


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/initiatives", "initiatives", initiatives)


@by_token()
def initiatives(work: Work, caller: Caller) -> dict[str, Any]:
    """One page of what meets the search, in the order of the public page."""
    asked = request.args
    check_names(asked, ASKED)
    wanted = SearchDirectory(
        pillar=code_of(asked, "pillar", (*vocabulary("pillars").codes, NO_PILLAR)),
        kind=code_of(asked, "kind", vocabulary("kinds").codes),
        area=code_of(asked, "area", vocabulary("areas").codes),
        day=code_of(asked, "day", WEEKDAYS),
        language=code_of(asked, "speaks", vocabulary("languages").codes),
        text=line_of(asked, "name"),
        page=page_of(asked),
    )
    view = service(work, caller, wanted)
    again = {name: value for name, value in asked.items() if name != "page"}
    return listed(
        work,
        "initiatives",
        plain(view.offers),
        view.page,
        view.total,
        more=view.has_next,
        **again,
    )
