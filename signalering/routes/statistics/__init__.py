"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import compare, figures, gap, overview, rounding

blueprint = Blueprint("statistics", __name__)
for task in (overview, figures, gap, compare, rounding):
    task.register(blueprint)
