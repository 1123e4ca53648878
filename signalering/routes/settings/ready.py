"""Whether this node can serve: for what stands in front of it."""

from flask import Blueprint, Response, jsonify

from signalering.web.context import house
from signalering.web.health import readiness


def register(blueprint: Blueprint) -> None:
    """Put the answer on the blueprint."""
    blueprint.add_url_rule("/readyz", "ready", ready)


def ready() -> Response:
    """Databases, keystore, secrets and keys are there; 503 where one is not."""
    status, parts = readiness(house())
    answer = jsonify(parts)
    answer.status_code = status
    return answer
