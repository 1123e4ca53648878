"""The first page of the hat worn."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from signalering.domain.errors import Denied
from signalering.web.first_visit import FIRST
from signalering.web.visitor import current_visitor


def register(blueprint: Blueprint) -> None:
    """Put the page on the blueprint."""
    blueprint.add_url_rule("/start", "start", start)


def start() -> BaseResponse:
    """Go to where this hat begins the day."""
    visitor = current_visitor()
    if visitor is None:
        raise Denied
    return redirect(url_for(FIRST[visitor.hat]))
