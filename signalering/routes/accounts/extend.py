"""Somebody says that they are still there."""

from flask import Blueprint, make_response
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import Denied
from signalering.web.visitor import current_visitor, seconds_left


def register(blueprint: Blueprint) -> None:
    """Put the step on the blueprint."""
    blueprint.add_url_rule("/extend", "extend", extend, methods=["POST"])


def extend() -> BaseResponse:
    """The guard has written it down already. No content: a browser stays on its page."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    return make_response("", 204, {"Locks-In": str(seconds_left(visitor))})
