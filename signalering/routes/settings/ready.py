"""Whether this node can serve: for what stands in front of it."""

from flask import Blueprint, Response

from signalering.web.health import answer


def register(blueprint: Blueprint) -> None:
    """Put the answer on the blueprint."""
    blueprint.add_url_rule("/readyz", "ready", ready)


def ready() -> Response:
    """Databases, keystore, secrets and keys are there; 503 where one is not."""
    return answer("/readyz")
