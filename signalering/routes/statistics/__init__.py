"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import download, overview, rounding

blueprint = Blueprint("statistics", __name__)
for task in (overview, rounding, download):
    task.register(blueprint)
