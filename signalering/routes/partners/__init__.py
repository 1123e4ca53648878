"""Pages about partner organisations."""

from flask import Blueprint

from signalering.routes.partners import (
    add,
    agree,
    clients,
    contact,
    edit,
    revoke_client,
    show,
)
from signalering.routes.partners import list as list_task

blueprint = Blueprint("partners", __name__)
for task in (list_task, add, show, edit, contact, agree, clients, revoke_client):
    task.register(blueprint)
