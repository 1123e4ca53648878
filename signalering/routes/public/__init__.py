"""Pages for everybody."""

from flask import Blueprint

from signalering.routes.public import card, erase, help, home, leave, privacy, withdraw

blueprint = Blueprint("public", __name__)
for task in (card, erase, help, home, leave, privacy, withdraw):
    task.register(blueprint)
