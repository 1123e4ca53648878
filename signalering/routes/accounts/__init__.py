"""Pages about accounts."""

from flask import Blueprint

from signalering.routes.accounts import hat, language, log_in, log_out, resend, start

blueprint = Blueprint("accounts", __name__)
for task in (hat, language, log_in, log_out, resend, start):
    task.register(blueprint)
