"""The tables of a released period, for partners' programs."""

from typing import Any

from flask import Blueprint

from signalering.domain.views.api.caller import Caller
from signalering.routes.api._lists import address
from signalering.services.api.tables import tables as service
from signalering.services.work import Work
from signalering.web.jsonstat import table_label
from signalering.web.programs import by_token


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/released-periods/<period:period>/tables", "tables", tables)


@by_token(writes=True)
def tables(work: Work, caller: Caller, period: str) -> dict[str, Any]:
    """Where each of them is, and what it is called."""
    items = [
        {
            "table": each.name,
            "label": table_label(each).nl,
            "dataset": address(work, "table", period=period, table=each.name),
        }
        for each in service(work, caller, period).tables
    ]
    return {"items": items}
