"""Pages for everybody."""

from flask import Blueprint

from signalering.routes.public import help, home, privacy

blueprint = Blueprint("public", __name__)
for task in (home, help, privacy):
    task.register(blueprint)
