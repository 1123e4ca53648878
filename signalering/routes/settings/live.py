"""Whether this process lives: for what stands in front of it."""

from flask import Blueprint, Response, jsonify

from signalering.web.health import ALIVE


def register(blueprint: Blueprint) -> None:
    """Put the answer on the blueprint."""
    blueprint.add_url_rule("/healthz", "live", live)


def live() -> Response:
    """It answers; nothing of a database is asked."""
    return jsonify(ALIVE)
