"""Pages about what goes out."""

from flask import Blueprint

from signalering.routes.network import deliver, mail, resend

blueprint = Blueprint("network", __name__)
for task in (deliver, mail, resend):
    task.register(blueprint)
