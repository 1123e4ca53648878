"""Pages about what goes out."""

from flask import Blueprint

from signalering.routes.network import (
    compose,
    deliver,
    issues,
    mail,
    newsletter,
    newsletters,
    opt_in,
    preview,
    publish,
    resend,
    subscribe,
    unsubscribe,
)

blueprint = Blueprint("network", __name__)
for task in (
    deliver,
    mail,
    resend,
    subscribe,
    opt_in,
    unsubscribe,
    newsletters,
    newsletter,
    issues,
    compose,
    preview,
    publish,
):
    task.register(blueprint)
