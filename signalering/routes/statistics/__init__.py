"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import alderman, foreword, overview, report, reports, rounding

blueprint = Blueprint("statistics", __name__)
for task in (overview, rounding, reports, report, alderman, foreword):
    task.register(blueprint)
