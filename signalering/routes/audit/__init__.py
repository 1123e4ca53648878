"""Pages about the audit trail, and about what the organisation accounts for."""

from flask import Blueprint

from signalering.routes.audit import (
    export,
    pack,
    patterns,
    reviews,
    sign_pack,
    sign_review,
    trail,
)

blueprint = Blueprint("audit", __name__)
for task in (trail, patterns, export, reviews, sign_review, pack, sign_pack):
    task.register(blueprint)
