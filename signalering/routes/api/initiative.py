"""One offer, for partners' programs."""

from typing import Any
from uuid import UUID

from flask import Blueprint

from signalering.domain.views.api.caller import Caller
from signalering.services.api.initiative import initiative as service
from signalering.services.work import Work
from signalering.web.plain_json import plain
from signalering.web.programs import by_token


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/initiatives/<uuid:initiative_id>", "initiative", initiative)


@by_token()
def initiative(work: Work, caller: Caller, initiative_id: UUID) -> Any:
    """All that a resident needs to go there."""
    return plain(service(work, caller, initiative_id))
