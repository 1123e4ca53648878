"""Pages about keys."""

from flask import Blueprint

from signalering.routes.keys import holders

blueprint = Blueprint("keys", __name__)
for task in (holders,):
    task.register(blueprint)
