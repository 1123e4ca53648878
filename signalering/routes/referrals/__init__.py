"""Pages about referrals."""

from flask import Blueprint

from signalering.routes.referrals import advance, propose

blueprint = Blueprint("referrals", __name__)
for task in (advance, propose):
    task.register(blueprint)
