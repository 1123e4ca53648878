"""Pages about initiatives."""

from flask import Blueprint

from signalering.routes.directory import answer, ask, assure, by_phone, confirm, list, settle

blueprint = Blueprint("directory", __name__)
for task in (list, ask, by_phone, confirm, answer, assure, settle):
    task.register(blueprint)
