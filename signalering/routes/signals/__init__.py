"""Pages about signals."""

from flask import Blueprint

from signalering.routes.signals import (
    close,
    hand_back,
    inbox,
    log,
    mine,
    receipt,
    remark,
    reopen,
    show,
    take,
    withdraw,
)

blueprint = Blueprint("signals", __name__)
for task in (
    close,
    hand_back,
    inbox,
    log,
    mine,
    receipt,
    remark,
    reopen,
    show,
    take,
    withdraw,
):
    task.register(blueprint)
