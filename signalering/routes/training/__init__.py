"""Pages about training."""

from flask import Blueprint

from signalering.routes.training import (
    call_off,
    cancel,
    certificate,
    course,
    exam,
    group,
    lesson,
    request,
    session,
    sessions,
    sign_up,
)

blueprint = Blueprint("training", __name__)
for task in (
    call_off,
    cancel,
    certificate,
    course,
    exam,
    group,
    lesson,
    request,
    session,
    sessions,
    sign_up,
):
    task.register(blueprint)
