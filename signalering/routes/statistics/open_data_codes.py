"""Open data: what the codes mean."""

from flask import Blueprint

from signalering.domain.views.statistics.open_data import Reader
from signalering.domain.views.statistics.published import Label
from signalering.routes.statistics._open_data import address, source
from signalering.services.statistics.open_data_codes import open_codes
from signalering.services.work import Work
from signalering.web.jsonstat import collection, dictionary
from signalering.web.keyed import Document, keyed

ALL = Label("codes", "indelingen en hun codes", "classifications and their codes")


def register(blueprint: Blueprint) -> None:
    """Put the address on the blueprint."""
    blueprint.add_url_rule("/open-data/v1/codes", "open_data_codes", open_data_codes)


@keyed
def open_data_codes(work: Work, reader: Reader) -> Document:
    """A collection of dimensions; it holds no figure."""
    items = [dictionary(each) for each in open_codes(work, reader)]
    here = address(work, "open_data_codes")
    return Document(collection(ALL, here, source(work), items))
