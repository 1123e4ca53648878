"""Pages about figures."""

from flask import Blueprint

from signalering.routes.statistics import (
    alderman,
    compare,
    figures,
    foreword,
    gap,
    overview,
    report,
    reports,
    rounding,
)

blueprint = Blueprint("statistics", __name__)
for task in (overview, figures, gap, compare, rounding, reports, report, alderman, foreword):
    task.register(blueprint)
