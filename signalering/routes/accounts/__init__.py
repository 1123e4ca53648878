"""Pages about accounts."""

from flask import Blueprint

from signalering.routes.accounts import hat, language, log_in, log_out, resend, start
from signalering.routes.accounts import list as list_task

blueprint = Blueprint("accounts", __name__)
for task in (hat, language, list_task, log_in, log_out, resend, start):
    task.register(blueprint)
