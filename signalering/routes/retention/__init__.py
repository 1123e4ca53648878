"""Pages about how long things are kept, and what is erased."""

from flask import Blueprint

from signalering.routes.retention import (
    change_policy,
    declaration,
    end_hold,
    hold,
    overview,
    run,
    sign_declaration,
)

blueprint = Blueprint("retention", __name__)
for task in (change_policy, declaration, end_hold, hold, overview, run, sign_declaration):
    task.register(blueprint)
