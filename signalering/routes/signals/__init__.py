"""Pages about signals."""

from flask import Blueprint

from signalering.routes.signals import (
    add_details,
    ask,
    ask_both,
    assign,
    card,
    close,
    find,
    hand_back,
    inbox,
    log,
    mine,
    open_link,
    print_cards,
    receipt,
    remark,
    reopen,
    reply,
    resume,
    show,
    take,
    wait,
    withdraw,
)

blueprint = Blueprint("signals", __name__)
for task in (
    add_details,
    ask,
    ask_both,
    assign,
    card,
    close,
    find,
    hand_back,
    inbox,
    log,
    mine,
    open_link,
    print_cards,
    receipt,
    remark,
    reopen,
    reply,
    resume,
    show,
    take,
    wait,
    withdraw,
):
    task.register(blueprint)
