"""Pages about cases."""

from flask import Blueprint

from signalering.routes.cases import (
    add_details,
    ask,
    attempt,
    bring_details,
    card,
    close,
    consent,
    feedback,
    find,
    hand_back,
    letter,
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
    add_details,
    ask,
    attempt,
    bring_details,
    card,
    close,
    consent,
    feedback,
    find,
    hand_back,
    letter,
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
