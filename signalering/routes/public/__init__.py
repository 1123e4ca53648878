"""Pages for everybody."""

from flask import Blueprint

from signalering.routes.public import (
    card,
    chapter,
    erase,
    guide,
    help,
    home,
    info,
    leave,
    material,
    materials,
    news,
    privacy,
    security,
    sitemap,
    withdraw,
)

blueprint = Blueprint("public", __name__)
for task in (
    card,
    chapter,
    erase,
    guide,
    help,
    home,
    info,
    leave,
    material,
    materials,
    news,
    privacy,
    security,
    sitemap,
    withdraw,
):
    task.register(blueprint)
