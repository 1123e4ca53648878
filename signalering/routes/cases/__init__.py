"""Pages about cases."""

from flask import Blueprint

from signalering.routes.cases import (
    attempt,
    bring_details,
    close,
    consent,
    find,
    hand_back,
    list,
    measure,
    measure_paper,
    move,
    note,
    open,
    pause,
    reopen,
    show,
    take,
    take_news,
    today,
    withdraw_consent,
)

blueprint = Blueprint("cases", __name__)
for task in (
    attempt,
    bring_details,
    close,
    consent,
    find,
    hand_back,
    list,
    measure,
    measure_paper,
    move,
    note,
    open,
    pause,
    reopen,
    show,
    take,
    take_news,
    today,
    withdraw_consent,
):
    task.register(blueprint)
