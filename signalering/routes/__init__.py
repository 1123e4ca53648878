"""What a URL does: guard, form, service, template. A room's folder makes its blueprint."""

from flask import Flask

from signalering.routes import (
    accounts,
    api,
    audit,
    cases,
    directory,
    keys,
    network,
    partners,
    public,
    referrals,
    retention,
    settings,
    signals,
    statistics,
    training,
)
from signalering.web.figure_addresses import PeriodConverter, TableConverter
from signalering.web.slugs import SlugConverter
from signalering.web.tokens import TokenConverter

ROOMS = (
    accounts,
    api,
    audit,
    cases,
    directory,
    keys,
    network,
    partners,
    public,
    referrals,
    retention,
    settings,
    signals,
    statistics,
    training,
)


def install(app: Flask) -> None:
    """Register every room."""
    app.url_map.converters["token"] = TokenConverter
    app.url_map.converters["slug"] = SlugConverter
    app.url_map.converters["period"] = PeriodConverter
    app.url_map.converters["table"] = TableConverter
    for room in ROOMS:
        app.register_blueprint(room.blueprint)
