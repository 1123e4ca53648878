"""Pages about referrals."""

from flask import Blueprint

from signalering.routes.referrals import (
    advance,
    answer,
    propose,
    receive,
    renew,
    send,
    take_answers,
)

blueprint = Blueprint("referrals", __name__)
for task in (advance, answer, propose, receive, renew, send, take_answers):
    task.register(blueprint)
