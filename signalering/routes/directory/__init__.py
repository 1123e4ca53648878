"""Pages about initiatives."""

from flask import Blueprint

from signalering.routes.directory import list

blueprint = Blueprint("directory", __name__)
list.register(blueprint)
