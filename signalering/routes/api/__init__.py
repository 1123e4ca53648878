"""Addresses for partners' programs; signalering/data/api/openapi.json describes them."""

from flask import Blueprint

from signalering.routes.api import (
    initiative,
    initiatives,
    openapi,
    periods,
    signal_links,
    table,
    tables,
    token,
    worker_counts,
    workers,
)

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
for task in (
    openapi,
    token,
    initiatives,
    initiative,
    periods,
    tables,
    table,
    worker_counts,
    workers,
    signal_links,
):
    task.register(blueprint)
