"""Pages about keys."""

from flask import Blueprint

from signalering.routes.keys import alarm, grant, holders, rotate, waiting

blueprint = Blueprint("keys", __name__)
for task in (alarm, grant, holders, rotate, waiting):
    task.register(blueprint)
