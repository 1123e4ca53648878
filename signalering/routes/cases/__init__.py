"""Pages about cases."""

from flask import Blueprint

from signalering.routes.cases import (
    attempt,
    bring_details,
    close,
    consent,
    find,
    finish_task,
    hand_back,
    list,
    measure,
    measure_paper,
    move,
    move_task,
    note,
    open,
    pause,
    plan,
    reopen,
    show,
    take,
    take_news,
    today,
    visit_sheet,
    withdraw_consent,
)

blueprint = Blueprint("cases", __name__)
for task in (
    attempt,
    bring_details,
    close,
    consent,
    find,
    finish_task,
    hand_back,
    list,
    measure,
    measure_paper,
    move,
    move_task,
    note,
    open,
    pause,
    plan,
    reopen,
    show,
    take,
    take_news,
    today,
    visit_sheet,
    withdraw_consent,
):
    task.register(blueprint)
