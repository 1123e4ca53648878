"""The released periods, for partners' programs."""

from typing import Any

from flask import Blueprint

from signalering.domain.views.api.caller import Caller
from signalering.routes.api._lists import address
from signalering.services.api.periods import periods as service
from signalering.services.work import Work
from signalering.web.plain_json import plain
from signalering.web.programs import by_token


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/released-periods", "periods", periods)


@by_token(writes=True)
def periods(work: Work, caller: Caller) -> dict[str, Any]:
    """All of them, the newest first: there are a few a year."""
    items = [
        plain(each) | {"tables": address(work, "tables", period=each.period)}
        for each in service(work, caller)
    ]
    return {"items": items}
