"""Open data: the released periods."""

from flask import Blueprint

from signalering.domain.views.statistics.open_data import Reader
from signalering.domain.views.statistics.published import Label
from signalering.routes.statistics._open_data import address, source
from signalering.services.statistics.open_data_periods import open_periods
from signalering.services.work import Work
from signalering.web.jsonstat import collection, link, period_label
from signalering.web.keyed import Document, keyed

ALL = Label("periods", "vrijgegeven perioden", "released periods")


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/open-data/v1/periods", "open_data_periods", open_data_periods)


@keyed
def open_data_periods(work: Work, reader: Reader) -> Document:
    """A collection of periods, the newest first."""
    items = [
        link(
            "collection",
            period_label(each.period),
            address(work, "open_data_period", period=each.period),
            first_day=each.first_day.isoformat(),
            last_day=each.last_day.isoformat(),
        )
        for each in open_periods(work, reader)
    ]
    here = address(work, "open_data_periods")
    return Document(collection(ALL, here, source(work), items))
