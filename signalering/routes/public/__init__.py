"""Pages for everybody."""

from flask import Blueprint

from signalering.routes.public import (
    accessibility,
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
    theme,
    withdraw,
)

blueprint = Blueprint("public", __name__)
for task in (
    accessibility,
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
    theme,
    withdraw,
):
    task.register(blueprint)
