"""One released table, for partners' programs."""

from typing import Any

from flask import Blueprint

from signalering.domain.views.api.caller import Caller
from signalering.routes.api._lists import address
from signalering.services.api.table import table as service
from signalering.services.work import Work
from signalering.web.jsonstat import dataset
from signalering.web.programs import by_token


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/released-periods/<period:period>/tables/<table:table>", "table", table)


@by_token(writes=True)
def table(work: Work, caller: Caller, period: str, table: str) -> dict[str, Any]:
    """A JSON-stat dataset, as open data has it."""
    here = address(work, "table", period=period, table=table)
    source = f"Signalering, {work.settings.installation_name}"
    return dataset(service(work, caller, period, table), here, source)
