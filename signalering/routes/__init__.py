"""What a URL does: guard, form, service, template. A room's folder makes its blueprint."""

from flask import Flask

from signalering.routes import (
    accounts,
    audit,
    cases,
    directory,
    keys,
    network,
    partners,
    public,
    referrals,
    retention,
    signals,
    statistics,
    training,
)
from signalering.web.tokens import TokenConverter

ROOMS = (
    accounts,
    audit,
    cases,
    directory,
    keys,
    network,
    partners,
    public,
    referrals,
    retention,
    signals,
    statistics,
    training,
)


def install(app: Flask) -> None:
    """Register every room."""
    app.url_map.converters["token"] = TokenConverter
    for room in ROOMS:
        app.register_blueprint(room.blueprint)
