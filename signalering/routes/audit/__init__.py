"""Pages about the audit trail."""

from flask import Blueprint

from signalering.routes.audit import trail

blueprint = Blueprint("audit", __name__)
for task in (trail,):
    task.register(blueprint)
