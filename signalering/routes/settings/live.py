"""Whether this process lives: for what stands in front of it."""

from flask import Blueprint, Response

from signalering.web.health import answer


def register(blueprint: Blueprint) -> None:
    """Put the answer on the blueprint."""
    blueprint.add_url_rule("/healthz", "live", live)


def live() -> Response:
    """It answers; nothing of a database is asked."""
    return answer("/healthz")
