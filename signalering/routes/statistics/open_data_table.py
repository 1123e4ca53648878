"""Open data: one released table."""

from flask import Blueprint

from signalering.domain.views.statistics.open_data import Reader
from signalering.routes.statistics._open_data import address, source
from signalering.services.statistics.open_data_table import open_table
from signalering.services.work import Work
from signalering.web.jsonstat import dataset
from signalering.web.keyed import Document, keyed


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule(
        "/open-data/v1/periods/<period:period>/tables/<table:table>.json",
        "open_data_table",
        open_data_table,
    )


@keyed
def open_data_table(work: Work, reader: Reader, period: str, table: str) -> Document:
    """A dataset; its address says which for ever."""
    view = open_table(work, reader, period, table)
    here = address(work, "open_data_table", period=period, table=table)
    return Document(dataset(view, here, source(work)), period, table)
