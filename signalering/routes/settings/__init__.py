"""Pages about settings, and how the installation fares."""

from flask import Blueprint

from signalering.routes.settings import (
    change,
    closing_days,
    first_steps,
    live,
    open_again,
    overview,
    ready,
    state,
    try_mail,
)

blueprint = Blueprint("settings", __name__)
for task in (change, closing_days, first_steps, live, open_again, overview, ready, state, try_mail):
    task.register(blueprint)
