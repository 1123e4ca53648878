"""Pages about cases."""

from flask import Blueprint

from signalering.routes.cases import (
    attempt,
    close,
    consent,
    find,
    hand_back,
    list,
    move,
    note,
    open,
    pause,
    reopen,
    show,
    take,
    withdraw_consent,
)

blueprint = Blueprint("cases", __name__)
for task in (
    attempt,
    close,
    consent,
    find,
    hand_back,
    list,
    move,
    note,
    open,
    pause,
    reopen,
    show,
    take,
    withdraw_consent,
):
    task.register(blueprint)
