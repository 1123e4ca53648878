"""Pages about the audit trail."""

from flask import Blueprint

from signalering.routes.audit import export, patterns, reviews, trail

blueprint = Blueprint("audit", __name__)
for task in (trail, patterns, export, reviews):
    task.register(blueprint)
