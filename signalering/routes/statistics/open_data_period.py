"""Open data: the tables of a released period."""

from flask import Blueprint

from signalering.domain.figure_tables import ALL_TABLES
from signalering.domain.views.statistics.open_data import Reader
from signalering.routes.statistics._open_data import address, source
from signalering.services.statistics.open_data_period import open_period
from signalering.services.work import Work
from signalering.web.jsonstat import collection, link, period_label, table_label
from signalering.web.keyed import Document, keyed


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule(
        "/open-data/v1/periods/<period:period>", "open_data_period", open_data_period
    )


@keyed
def open_data_period(work: Work, reader: Reader, period: str) -> Document:
    """A collection of datasets."""
    view = open_period(work, reader, period)
    items = [
        link(
            "dataset",
            table_label(table),
            address(work, "open_data_table", period=period, table=table.name),
        )
        for table in view.tables
    ]
    here = address(work, "open_data_period", period=period)
    content = collection(period_label(period), here, source(work), items)
    return Document(content, period, ALL_TABLES)
