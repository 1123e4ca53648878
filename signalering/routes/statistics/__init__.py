"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import overview, rounding

blueprint = Blueprint("statistics", __name__)
for task in (overview, rounding):
    task.register(blueprint)
